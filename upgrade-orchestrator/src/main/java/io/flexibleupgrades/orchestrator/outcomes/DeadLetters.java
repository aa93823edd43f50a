package io.flexibleupgrades.orchestrator.outcomes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Sets poison records aside, with their bytes and the reason; the relay publishes them to their
 * dead-letter topic. Works in the caller's transaction.
 */
@ApplicationScoped
class DeadLetters {
  private final ObjectMapper json;

  DeadLetters(ObjectMapper json) {
    this.json = json;
  }

  void setAside(Connection connection, List<Poison> poison) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            insert into dead_letter
              (topic, topic_partition, topic_offset, record_key, payload, headers, reason)
            values (?, ?, ?, ?, ?, ?::json, ?)
            on conflict (topic, topic_partition, topic_offset) do nothing
            """)) {
      for (var one : poison) {
        var message = one.message();
        statement.setString(1, message.topic());
        statement.setInt(2, message.partition());
        statement.setLong(3, message.offset());
        statement.setBytes(4, one.kept(message.key()));
        statement.setBytes(5, one.kept(message.value()));
        statement.setString(6, one.isOversized() ? "{}" : headers(message));
        statement.setString(7, one.storableReason());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private String headers(ConsumerRecord<byte[], byte[]> poison) {
    var storable = new TreeMap<String, String>();
    KafkaRecords.headers(poison)
        .forEach(
            (name, text) -> storable.put(KafkaRecords.storable(name), KafkaRecords.storable(text)));
    try {
      return json.writeValueAsString(storable);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write text headers as JSON.", e);
    }
  }
}
