package io.flexibleupgrades.systemtests.running;

import io.flexibleupgrades.events.WireMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads what a topic has now. */
public final class TopicReader {
  private TopicReader() {}

  /**
   * A record of a topic.
   *
   * @param key empty if it has none
   */
  public record Message(String key, WireMessage message) {}

  /** Returns all records, those of a partition in their order. */
  public static List<Message> read(RunningSystem system, String topic) {
    Map<String, Object> configuration =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            system.bootstrapServers(),
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest");
    try (var consumer =
        new KafkaConsumer<>(
            configuration, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      var partitions =
          consumer.partitionsFor(topic).stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      var messages = new ArrayList<Message>();
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofMillis(200)).forEach(raw -> messages.add(message(raw)));
      }
      return messages;
    }
  }

  private static Message message(ConsumerRecord<byte[], byte[]> raw) {
    var headers = new HashMap<String, String>();
    raw.headers()
        .forEach(header -> {
          var value = header.value();
          headers.put(header.key(), value == null ? "" : text(value));
        });
    var key = raw.key() == null ? "" : text(raw.key());
    return new Message(
        key, new WireMessage(headers, raw.value() == null ? new byte[0] : raw.value()));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
