package io.flexibleupgrades.orchestrator.relay;

import io.flexibleupgrades.events.Headers;
import io.flexibleupgrades.orchestrator.journal.BusyWriters;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads all that stands on a topic, and measures how soon after its commit an event is there. */
final class RelayedTopic implements AutoCloseable {
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<Appearance> appearances = new ArrayList<>();
  private final LongStream.Builder delays = LongStream.builder();
  private long taken;

  /** One record: where it stands and which event it is, sent by which life of the relay. */
  record Appearance(int partition, String stream, int sequence, int life) {}

  RelayedTopic(Map<String, Object> kafka, String topic) {
    consumer = new KafkaConsumer<>(kafka, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    var partitions =
        consumer.partitionsFor(topic).stream()
            .map(partition -> new TopicPartition(topic, partition.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** Reads on until so many records were read in all and nothing more comes. */
  void readAtLeast(long records, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    boolean quiet = false;
    while (taken < records || !quiet) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("Only %d of %d records came".formatted(taken, records));
      }
      var polled = consumer.poll(Duration.ofMillis(500));
      quiet = polled.isEmpty();
      polled.forEach(this::take);
    }
  }

  /** Reads until so many records were read, and measures them. */
  void measure(BusyWriters writers, long records, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (taken < records) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("Only %d of %d records came".formatted(taken, records));
      }
      var polled = consumer.poll(Duration.ofMillis(20));
      long now = System.nanoTime();
      for (var received : polled) {
        var seen = take(received);
        delays.add(writers.nanosSinceCommit(seen.stream(), seen.sequence(), now));
      }
    }
  }

  /** Returns the measured delay that so many of a hundred events do not exceed. */
  static Duration percentile(long[] sorted, int percent) {
    return Duration.ofNanos(sorted[(int) ((sorted.length - 1L) * percent / 100)]);
  }

  long[] sortedDelays() {
    return delays.build().sorted().toArray();
  }

  /** Returns the records in the order of each partition. */
  List<Appearance> appearances() {
    return appearances;
  }

  private Appearance take(ConsumerRecord<byte[], byte[]> received) {
    taken++;
    var seen =
        new Appearance(
            received.partition(),
            header(received, Headers.SUBJECT).intern(),
            Integer.parseInt(header(received, Headers.SEQUENCE)),
            Integer.parseInt(header(received, MortalRelay.LIFE)));
    appearances.add(seen);
    return seen;
  }

  private static String header(ConsumerRecord<byte[], byte[]> received, String name) {
    return new String(received.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
