package io.flexibleupgrades.orchestrator.relay;

import io.flexibleupgrades.events.JournalRecord;
import io.flexibleupgrades.events.MessageCodec;
import io.flexibleupgrades.events.Topics;
import io.flexibleupgrades.orchestrator.outcomes.KafkaRecords;
import io.flexibleupgrades.orchestrator.topics.BrokerUnavailableException;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
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
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The topic that the journal is published to, as the broker has it. */
@ApplicationScoped
class EventsTopic {
  private static final int PATIENCE_SECONDS = 10;
  private static final Duration POLL = Duration.ofMillis(200);

  private final Map<String, Object> kafka;
  private final MessageCodec codec = new MessageCodec();

  EventsTopic(@Identifier("default-kafka-broker") Map<String, Object> kafka) {
    this.kafka = kafka;
  }

  /** Returns the id that the broker gave the topic when it was created. */
  String id() {
    try (var admin = Admin.create(settings(AdminClientConfig.configNames()))) {
      return admin
          .describeTopics(List.of(Topics.UPGRADE_EVENTS))
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
   * from this journal.
   */
  List<JournalRecord> last(int most, String journal) {
    var bytes = new ByteArrayDeserializer();
    try (var consumer = new KafkaConsumer<>(settings(ConsumerConfig.configNames()), bytes, bytes)) {
      var partitions =
          consumer.partitionsFor(Topics.UPGRADE_EVENTS).stream()
              .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
              .toList();
      var begins = consumer.beginningOffsets(partitions);
      var ends = consumer.endOffsets(partitions);
      consumer.assign(partitions);
      for (var partition : partitions) {
        consumer.seek(
            partition,
            Math.max(begins.getOrDefault(partition, 0L), ends.getOrDefault(partition, 0L) - most));
      }
      var events = new ArrayList<JournalRecord>();
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (var record : consumer.poll(POLL)) {
          var origin = record.headers().lastHeader(JournalSource.JOURNAL);
          if (origin != null
              && journal.equals(new String(origin.value(), StandardCharsets.UTF_8))) {
            events.add(codec.decodeEvent(KafkaRecords.message(record)));
          }
        }
      }
      return events;
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
