package io.flexibleupgrades.orchestrator.relay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flexibleupgrades.events.Headers;
import io.flexibleupgrades.events.Topics;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The poison records that were set aside: each goes to the dead-letter topic of its own topic. */
@Singleton
class DeadLetterSource extends TableSource {
  private final ObjectMapper json;

  DeadLetterSource(ObjectMapper json) {
    super(
        "dead-letter",
        "dead_letter",
        "topic, topic_partition, topic_offset, record_key, payload, headers, reason",
        "coalesce(octet_length(payload), 0) + octet_length(headers::text)");
    this.json = json;
  }

  @Override
  List<ProducerRecord<byte[], byte[]>> records(ResultSet row) throws SQLException {
    var topic = row.getString(1);
    var record =
        new ProducerRecord<>(Topics.deadLettersOf(topic), row.getBytes(4), row.getBytes(5));
    headers(row.getString(6)).forEach((name, text) -> add(record, name, text));
    add(record, Headers.DEAD_LETTER_TOPIC, topic);
    add(record, Headers.DEAD_LETTER_PARTITION, row.getString(2));
    add(record, Headers.DEAD_LETTER_OFFSET, row.getString(3));
    add(record, Headers.DEAD_LETTER_REASON, row.getString(7));
    return List.of(record);
  }

  private Map<String, String> headers(String text) {
    try {
      return json.readValue(text, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The headers of a dead letter are no JSON object.", e);
    }
  }

  private static void add(ProducerRecord<byte[], byte[]> record, String name, String text) {
    record.headers().add(name, text.getBytes(StandardCharsets.UTF_8));
  }
}
