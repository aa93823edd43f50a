package io.flexibleupgrades.orchestrator.deadletters;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** The dead-letter topics as they are when it is opened. Belongs to one thread. */
public final class LetterBox {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final KafkaConsumer<byte[], byte[]> consumer;

  LetterBox(KafkaConsumer<byte[], byte[]> consumer) {
    this.consumer = consumer;
  }

  /** Returns how many letters a topic has. */
  public long count(LetterTopic topic) {
    return shelves(topic).stream().mapToLong(shelf -> shelf.end() - shelf.begin()).sum();
  }

  /** Returns the partitions of a topic's letters, with what they hold now. */
  List<Shelf> shelves(LetterTopic topic) {
    var partitions =
        consumer.partitionsFor(topic.letters()).stream()
            .map(partition -> new TopicPartition(topic.letters(), partition.partition()))
            .sorted(Comparator.comparingInt(TopicPartition::partition))
            .toList();
    Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    var shelves = new ArrayList<Shelf>();
    for (var partition : partitions) {
      shelves.add(
          new Shelf(
              topic,
              partition.partition(),
              begins.getOrDefault(partition, 0L),
              ends.getOrDefault(partition, 0L)));
    }
    return shelves;
  }

  /**
   * Gives the letters of a partition to the reader, in their order.
   *
   * @param from offset of the first
   * @param to offset after the last, no larger than the partition's end
   */
  void read(Shelf shelf, long from, long to, Consumer<DeadLetter> reader) {
    var partition = new TopicPartition(shelf.topic().letters(), shelf.partition());
    consumer.assign(List.of(partition));
    consumer.seek(partition, from);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (consumer.position(partition) < to) {
      var received = consumer.poll(POLL).records(partition);
      if (!received.isEmpty()) {
        deadline = System.nanoTime() + PATIENCE.toNanos();
      } else if (System.nanoTime() > deadline) {
        throw new TimeoutException("no record of " + partition + " came.");
      }
      for (var record : received) {
        if (record.offset() < to) {
          reader.accept(letter(shelf, record));
        }
      }
    }
  }

  private static DeadLetter letter(Shelf shelf, ConsumerRecord<byte[], byte[]> raw) {
    return new DeadLetter(new LetterPlace(shelf.topic(), shelf.partition(), raw.offset()), raw);
  }

  /**
   * One partition of a dead-letter topic.
   *
   * @param begin offset of the oldest letter
   * @param end offset after the newest
   */
  record Shelf(LetterTopic topic, int partition, long begin, long end) {
    boolean holds(LetterPlace place) {
      return place.topic() == topic
          && place.partition() == partition
          && place.offset() >= begin
          && place.offset() < end;
    }
  }
}
