package io.flexibleupgrades.orchestrator.deadletters;

import io.flexibleupgrades.events.Headers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** A record that somebody could not read, as it is kept. Anyone can write one: nothing is sure. */
public record DeadLetter(LetterPlace place, ConsumerRecord<byte[], byte[]> raw) {
  private static final Set<String> ADDED =
      Set.of(
          Headers.DEAD_LETTER_REASON,
          Headers.DEAD_LETTER_TOPIC,
          Headers.DEAD_LETTER_PARTITION,
          Headers.DEAD_LETTER_OFFSET);

  /** Returns when it was set aside, to the millisecond. */
  public Instant at() {
    return Instant.ofEpochMilli(raw.timestamp());
  }

  /** Returns why it could not be read, empty if nobody said. */
  public String reason() {
    return added(Headers.DEAD_LETTER_REASON).orElse("");
  }

  /** Returns the partition and the offset it stood at, as its headers say. */
  public Optional<String> origin() {
    return added(Headers.DEAD_LETTER_PARTITION)
        .flatMap(
            partition -> added(Headers.DEAD_LETTER_OFFSET).map(offset -> partition + "@" + offset));
  }

  /** Returns the headers that the record had itself, in their order. */
  public List<Header> headers() {
    return all().filter(header -> !ADDED.contains(header.key())).toList();
  }

  /** Returns whether the reason has this text in it, in whatever case; every one has the empty. */
  boolean isBecause(String text) {
    return reason().toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
  }

  private Optional<String> added(String name) {
    return all()
        .filter(header -> header.key().equals(name) && header.value() != null)
        .reduce((_, last) -> last)
        .map(header -> new String(header.value(), StandardCharsets.UTF_8));
  }

  private Stream<Header> all() {
    return StreamSupport.stream(raw.headers().spliterator(), false);
  }
}
