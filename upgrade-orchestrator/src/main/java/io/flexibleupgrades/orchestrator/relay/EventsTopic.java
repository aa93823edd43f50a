package io.flexibleupgrades.orchestrator.relay;

import io.flexibleupgrades.events.JournalRecord.UnknownEvent;
import io.flexibleupgrades.events.MalformedMessageException;
import io.flexibleupgrades.events.MessageCodec;
import io.flexibleupgrades.events.Topics;
import io.flexibleupgrades.orchestrator.outcomes.KafkaRecords;
import io.flexibleupgrades.orchestrator.topics.BrokerUnavailableException;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The topic that the journal is published to, as the broker has it. */
@Singleton
class EventsTopic {
  private static final int PATIENCE_SECONDS = 10;
  private static final Duration POLL = Duration.ofMillis(200);

  private final Map<String, Object> kafka;
  private final String name;
  private final MessageCodec codec = new MessageCodec();

  @Inject
  EventsTopic(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
    this(kafka, Topics.UPGRADE_EVENTS);
  }

  EventsTopic(Map<String, Object> kafka, String name) {
    this.kafka = kafka;
    this.name = name;
  }

  /** Returns the id that the broker gave the topic when it was created. */
  String id() {
    try (var admin = Admin.create(settings(AdminClientConfig.configNames()))) {
      return admin
          .describeTopics(List.of(name))
          .allTopicNames()
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
          .values()
          .iterator()
          .next()
          .topicId()
          .toString();
    } catch (ExecutionException | TimeoutException e) {
      throw new BrokerUnavailableException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BrokerUnavailableException(e);
    }
  }

  /**
   * Returns those of the last records of each partition, at most so many, that are events published
   * from this journal; unread, since a later version may have written them.
   */
  List<UnknownEvent> last(int most, String journal) {
    var bytes = new ByteArrayDeserializer();
    try (var consumer = new KafkaConsumer<>(settings(ConsumerConfig.configNames()), bytes, bytes)) {
      var partitions =
          consumer.partitionsFor(name).stream()
              .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
              .toList();
      consumer.assign(partitions);
      var begins = consumer.beginningOffsets(partitions);
      var ends = consumer.endOffsets(partitions);
      for (var partition : partitions) {
        consumer.seek(
            partition,
            Math.max(begins.getOrDefault(partition, 0L), ends.getOrDefault(partition, 0L) - most));
      }
      var events = new ArrayList<UnknownEvent>();
      long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        if (System.nanoTime() > giveUp) {
          throw new BrokerUnavailableException(
              new TimeoutException("the end of the events' topic could not be read in time"));
        }
        for (var record : consumer.poll(POLL)) {
          addIfOf(journal, record, events);
        }
      }
      return events;
    }
  }

  private void addIfOf(
      String journal, ConsumerRecord<byte[], byte[]> record, List<UnknownEvent> events) {
    var origin = record.headers().lastHeader(JournalSource.JOURNAL);
    if (origin == null
        || origin.value() == null
        || !journal.equals(new String(origin.value(), StandardCharsets.UTF_8))) {
      return;
    }
    try {
      events.add(codec.decodePlace(KafkaRecords.message(record)));
    } catch (MalformedMessageException e) {
      // Garbage with this header: whoever reads the topic sets it aside.
    }
  }

  private Map<String, Object> settings(Set<String> names) {
    var settings = new HashMap<>(kafka);
    settings.keySet().retainAll(names);
    settings.keySet().remove(ConsumerConfig.GROUP_ID_CONFIG);
    settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "upgrade-orchestrator-start");
    return settings;
  }
}
