package io.flexibleupgrades.servicecenter.projection;

import io.flexibleupgrades.events.MessageCodec;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The topic of the journal's events, read from its beginning and beside the consumer group. */
@ApplicationScoped
class JournalTopic {
  private static final int MOST_RECORDS = 5_000;
  private static final int MOST_BYTES = 4 << 20;
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Map<String, Object> broker;
  private final KafkaClientService clients;
  private final ProjectionConfig config;
  private final MessageCodec codec = new MessageCodec();

  JournalTopic(
      @Identifier("default-kafka-broker") Map<String, Object> broker,
      KafkaClientService clients,
      ProjectionConfig config) {
    this.broker = Map.copyOf(broker);
    this.clients = clients;
    this.config = config;
  }

  /** Takes part in reading the topic from its beginning to the end it had at the start. */
  interface Reader {
    void total(long records);

    void batch(TopicPartition partition, List<Received> records);
  }

  /**
   * Hands every record of the topic to the reader, in the order of each partition. While the reader
   * is busy with a batch, the next one is read.
   */
  void readAll(Reader reader) {
    ReadAhead.of(this::read).into(reader);
  }

  private void read(Reader reader) {
    var settings = new HashMap<>(broker);
    settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, MOST_RECORDS);
    settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, MOST_BYTES);
    settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, MOST_BYTES);
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    try (var consumer = new KafkaConsumer<byte[], byte[]>(settings)) {
      var partitions =
          consumer.partitionsFor(config.topic(), PATIENCE).stream()
              .map(found -> new TopicPartition(found.topic(), found.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      var starts = consumer.beginningOffsets(partitions);
      reader.total(
          partitions.stream().mapToLong(at -> offset(ends, at) - offset(starts, at)).sum());
      while (partitions.stream().anyMatch(at -> consumer.position(at) < offset(ends, at))) {
        var records = consumer.poll(POLL);
        for (var partition : records.partitions()) {
          reader.batch(partition, Received.read(codec, records.records(partition)));
        }
      }
    }
  }

  /**
   * The topic as it is now.
   *
   * @param id which another topic of the same name does not have
   * @param ends offsets of the next records
   */
  record Present(String id, Map<TopicPartition, Long> ends) {}

  /** Returns the topic as it is now, empty if the broker does not show it. */
  Optional<Present> present() throws InterruptedException {
    try (var admin = Admin.create(broker)) {
      var described = admin.describeTopics(List.of(config.topic())).allTopicNames().get();
      var topic = Objects.requireNonNull(described.get(config.topic()));
      var wanted = new HashMap<TopicPartition, OffsetSpec>();
      for (var partition : topic.partitions()) {
        wanted.put(new TopicPartition(topic.name(), partition.partition()), OffsetSpec.latest());
      }
      var ends = new HashMap<TopicPartition, Long>();
      admin.listOffsets(wanted).all().get().forEach((at, end) -> ends.put(at, end.offset()));
      return Optional.of(new Present(topic.topicId().toString(), ends));
    } catch (ExecutionException e) {
      return Optional.empty();
    }
  }

  /** Lets the consumer group's own consumer go on from these positions. */
  void seek(Map<TopicPartition, Long> positions, Consumer<TopicPartition> sought) {
    clients
        .getConsumer("upgrade-events")
        .runOnPollingThread(consumer -> {
          positions.forEach((partition, offset) -> {
            if (consumer.assignment().contains(partition)) {
              consumer.seek(partition, offset);
              sought.accept(partition);
            }
          });
        })
        .await()
        .atMost(PATIENCE);
  }

  private static long offset(Map<TopicPartition, Long> offsets, TopicPartition partition) {
    return offsets.getOrDefault(partition, 0L);
  }
}
