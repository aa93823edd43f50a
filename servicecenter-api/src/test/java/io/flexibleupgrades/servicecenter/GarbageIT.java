package io.flexibleupgrades.servicecenter;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.Headers;
import io.flexibleupgrades.events.Topics;
import io.flexibleupgrades.events.WireMessage;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Garbage of every kind between the events. */
@QuarkusTest
@QuarkusTestResource(value = FreshViews.class, restrictToAnnotatedClass = true)
class GarbageIT {
  private static final int GARBAGE = Integer.getInteger("flexup.views.garbage", 1_500);
  private static final long SEED = Long.getLong("flexup.views.seed", System.nanoTime());
  private static final String MARK = "test-garbage";

  private record Place(int partition, long offset) {}

  @Inject Journal journal;
  @Inject ViewTables tables;

  @Test
  @DisplayName(
      "G13 all garbage is set aside with its reason, place and bytes, and the views are right")
  void setsAllGarbageAside() throws Exception {
    System.out.printf("G13 seed %d, replay it with -Dflexup.views.seed=%d%n", SEED, SEED);
    var random = new Random(SEED);
    var records = new ArrayList<Journal.Said>();
    journal.through(record -> {
      if (record.message().headers().containsKey(Headers.TYPE)) {
        records.add(record);
      }
    });
    var runs = new ArrayList<Run>();
    for (int i = 0; i < 3; i++) {
      runs.add(new RandomRun(journal, "littered-" + i, random).tell());
    }
    var start = Instant.now();
    int littered = 0;
    for (int i = 0; i < records.size(); i++) {
      for (; littered < (long) GARBAGE * (i + 1) / records.size(); littered++) {
        journal.put(garbage(records.get(i), random));
      }
      journal.put(records.get(i));
    }
    journal.flush();
    long events = runs.stream().mapToLong(Run::events).sum();
    Api.await("all events", Duration.ofMinutes(10), () -> tables.applied() == events);
    var took = Duration.between(start, Instant.now());

    runs.forEach(Api::assertCountsEqualLists);
    assertThat(Api.code("/q/health/ready")).isEqualTo(200);
    var sent = new HashMap<Place, ConsumerRecord<byte[], byte[]>>();
    read(
        journal.topic(),
        FreshViews.PARTITIONS,
        record -> {
          if (record.headers().lastHeader(MARK) != null) {
            sent.put(new Place(record.partition(), record.offset()), record);
          }
        });
    assertThat(sent).hasSize(GARBAGE);
    var kept = new HashMap<Place, String>();
    read(
        Topics.deadLettersOf(journal.topic()),
        1,
        letter -> {
          var place =
              new Place(
                  Integer.parseInt(header(letter, Headers.DEAD_LETTER_PARTITION)),
                  Long.parseLong(header(letter, Headers.DEAD_LETTER_OFFSET)));
          var original = Objects.requireNonNull(sent.get(place), place::toString);
          assertThat(header(letter, Headers.DEAD_LETTER_TOPIC)).isEqualTo(journal.topic());
          assertThat(letter.value()).isEqualTo(original.value());
          assertThat(letter.key()).isEqualTo(original.key());
          assertThat(header(letter, MARK)).isEqualTo(header(original, MARK));
          kept.put(place, header(letter, Headers.DEAD_LETTER_REASON));
        });
    assertThat(kept.keySet()).as("seed %d", SEED).isEqualTo(sent.keySet());
    assertThat(kept.values()).allMatch(reason -> reason.length() > 20);
    System.out.printf(
        "G13: %d records of garbage among %d events, all in the dead-letter topic with one of %d"
            + " reasons, views right after %.1f s%n",
        GARBAGE, events, kept.values().stream().distinct().count(), took.toMillis() / 1000.0);
  }

  private static Journal.Said garbage(Journal.Said near, Random random) {
    var message = near.message();
    var headers = new HashMap<>(message.headers());
    byte[] payload = message.payload().clone();
    switch (random.nextInt(10)) {
      case 0 -> headers.clear();
      case 1 ->
          headers.remove(
              List.of("ce_id", "ce_subject", "ce_time", "ce_sequence", "ce_type")
                  .get(random.nextInt(5)));
      case 2 ->
          headers.put(
              Headers.SEQUENCE,
              List.of("0", "-1", "x", "99999999999999999999", "").get(random.nextInt(5)));
      case 3 ->
          headers.put(
              Headers.SUBJECT,
              List.of("environment/other", "upgrade/x", "", "\0").get(random.nextInt(4)));
      case 4 ->
          payload =
              java.util.Arrays.copyOf(payload, random.nextInt(Math.max(1, payload.length - 1)));
      case 5 -> random.nextBytes(payload);
      case 6 -> payload = "[".repeat(50_000).getBytes(StandardCharsets.UTF_8);
      case 7 -> payload = "null".getBytes(StandardCharsets.UTF_8);
      case 8 -> headers.put(Headers.TYPE, "worker-heartbeat.v1");
      default -> headers.put(Headers.TIME, "yesterday");
    }
    headers.put(MARK, Integer.toString(random.nextInt()));
    return new Journal.Said(near.environment(), new WireMessage(headers, payload));
  }

  private void read(String topic, int partitions, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
    var settings = Map.<String, Object>of("bootstrap.servers", journal.broker());
    try (var consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      var all =
          java.util.stream.IntStream.range(0, partitions)
              .mapToObj(number -> new TopicPartition(topic, number))
              .toList();
      consumer.assign(all);
      consumer.seekToBeginning(all);
      var ends = consumer.endOffsets(all);
      while (all.stream().anyMatch(at -> consumer.position(at) < ends.getOrDefault(at, 0L))) {
        consumer.poll(Duration.ofMillis(200)).forEach(reader);
      }
    }
  }

  private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
