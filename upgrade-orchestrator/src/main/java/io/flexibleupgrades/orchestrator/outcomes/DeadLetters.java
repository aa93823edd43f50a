package io.flexibleupgrades.orchestrator.outcomes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
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

  void setAside(Connection connection, ConsumerRecord<byte[], byte[]> poison, String reason)
      throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            insert into dead_letter
              (topic, topic_partition, topic_offset, record_key, payload, headers, reason)
            values (?, ?, ?, ?, ?, ?::json, ?)
            on conflict (topic, topic_partition, topic_offset) do nothing
            """)) {
      statement.setString(1, poison.topic());
      statement.setInt(2, poison.partition());
      statement.setLong(3, poison.offset());
      statement.setBytes(4, poison.key());
      statement.setBytes(5, poison.value());
      statement.setString(6, headers(poison));
      statement.setString(7, reason.replace('\0', ' '));
      statement.executeUpdate();
    }
  }

  private String headers(ConsumerRecord<byte[], byte[]> poison) {
    try {
      return json.writeValueAsString(KafkaRecords.headers(poison)).replace("\\u0000", " ");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write text headers as JSON.", e);
    }
  }
}
