package io.flexibleupgrades.orchestrator.whole;

import io.flexibleupgrades.events.Event;
import io.flexibleupgrades.events.JournalRecord;
import io.flexibleupgrades.events.JournalRecord.KnownEvent;
import io.flexibleupgrades.events.MessageCodec;
import io.flexibleupgrades.events.Topics;
import io.flexibleupgrades.events.WireMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads topics from their beginning, as anyone may. */
final class EventLog {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String bootstrapServers;
  private final MessageCodec codec = new MessageCodec();

  EventLog(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  /** Returns the events of an environment up to the first one that ends the wait. */
  List<Event> until(String environment, Predicate<Event> end) {
    var events = new ArrayList<Event>();
    for (var journalled : recordsUntil(environment, end)) {
      if (journalled instanceof KnownEvent(var envelope)) {
        events.add(envelope.event());
      }
    }
    return events;
  }

  /** Returns the records of an environment up to the first event that ends the wait. */
  List<JournalRecord> recordsUntil(String environment, Predicate<Event> end) {
    var found = new ArrayList<JournalRecord>();
    var ended = new boolean[1];
    read(
        Topics.UPGRADE_EVENTS,
        received -> {
          if (new String(received.key(), StandardCharsets.UTF_8).equals(environment)) {
            var journalled = codec.decodeEvent(message(received));
            found.add(journalled);
            ended[0] = journalled instanceof KnownEvent(var e) && end.test(e.event());
          }
          return ended[0];
        });
    return found;
  }

  /** Reads a topic until the reader says that it has enough. */
  void read(String topic, Predicate<ConsumerRecord<byte[], byte[]>> enough) {
    var settings =
        Map.<String, Object>of(
            "bootstrap.servers",
            bootstrapServers,
            "group.id",
            "log-" + UUID.randomUUID(),
            "auto.offset.reset",
            "earliest");
    try (var consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(topic));
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (System.nanoTime() < deadline) {
        for (var received : consumer.poll(Duration.ofMillis(200))) {
          if (enough.test(received)) {
            return;
          }
        }
      }
      throw new AssertionError("Nothing on " + topic + " ended the wait within " + PATIENCE);
    }
  }

  static Map<String, String> headers(ConsumerRecord<byte[], byte[]> received) {
    var headers = new HashMap<String, String>();
    received
        .headers()
        .forEach(h -> headers.put(h.key(), new String(h.value(), StandardCharsets.UTF_8)));
    return headers;
  }

  private static WireMessage message(ConsumerRecord<byte[], byte[]> received) {
    return new WireMessage(headers(received), received.value());
  }
}
