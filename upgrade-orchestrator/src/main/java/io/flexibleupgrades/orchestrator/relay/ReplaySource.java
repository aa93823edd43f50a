package io.flexibleupgrades.orchestrator.relay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The dead letters that an operator replayed: each goes back to its topic as it once stood there.
 */
@Singleton
class ReplaySource extends TableSource {
  private final ObjectMapper json;

  ReplaySource(ObjectMapper json) {
    super(
        "dead-letter-replay",
        "dead_letter_replay",
        "topic, record_key, payload, headers",
        "coalesce(octet_length(payload), 0) + octet_length(headers)");
    this.json = json;
  }

  @Override
  List<ProducerRecord<byte[], byte[]>> records(ResultSet row) throws SQLException {
    var record = new ProducerRecord<>(row.getString(1), row.getBytes(2), row.getBytes(3));
    try {
      for (var header : json.readTree(row.getString(4))) {
        record
            .headers()
            .add(
                header.path("name").asText(),
                header.path("value").isNull() ? null : header.path("value").binaryValue());
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The headers of a replayed letter are no JSON array.", e);
    } catch (IOException e) {
      throw new IllegalStateException("A header of a replayed letter is no base64.", e);
    }
    return List.of(record);
  }
}
