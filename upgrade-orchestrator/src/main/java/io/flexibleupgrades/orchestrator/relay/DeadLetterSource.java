package io.flexibleupgrades.orchestrator.relay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flexibleupgrades.events.Headers;
import io.flexibleupgrades.events.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The poison records that were set aside: each goes to the dead-letter topic of its own topic. */
@ApplicationScoped
class DeadLetterSource implements RelaySource {
  private final ObjectMapper json;

  DeadLetterSource(ObjectMapper json) {
    this.json = json;
  }

  @Override
  public String name() {
    return "dead-letter";
  }

  @Override
  public String table() {
    return "dead_letter";
  }

  @Override
  public List<Outgoing> read(Connection connection, Checkpoint after, int most)
      throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            with next as (
              select txid, position, topic, topic_partition, topic_offset, record_key, payload,
                headers, reason,
                coalesce(octet_length(payload), 0) + octet_length(headers::text) as bytes
              from dead_letter
              where (txid, position) > (?::xid8, ?)
                and txid < pg_snapshot_xmin(pg_current_snapshot())
              order by txid, position limit ?),
            summed as (
              select *, sum(bytes) over (order by txid, position) - bytes as before from next)
            select txid::text, position, topic, topic_partition, topic_offset, record_key, payload,
              headers, reason
            from summed where before < ? order by summed.txid, position
            """)) {
      statement.setString(1, after.txid());
      statement.setLong(2, after.position());
      statement.setInt(3, most);
      statement.setLong(4, MOST_BYTES);
      try (var rows = statement.executeQuery()) {
        var outgoing = new ArrayList<Outgoing>();
        while (rows.next()) {
          var checkpoint = new Checkpoint(rows.getString(1), rows.getLong(2));
          outgoing.add(new Outgoing(checkpoint, List.of(record(rows))));
        }
        return outgoing;
      }
    }
  }

  private ProducerRecord<byte[], byte[]> record(ResultSet row) throws SQLException {
    var topic = row.getString(3);
    var record =
        new ProducerRecord<>(Topics.deadLettersOf(topic), row.getBytes(6), row.getBytes(7));
    headers(row.getString(8)).forEach((name, text) -> add(record, name, text));
    add(record, Headers.DEAD_LETTER_TOPIC, topic);
    add(record, Headers.DEAD_LETTER_PARTITION, row.getString(4));
    add(record, Headers.DEAD_LETTER_OFFSET, row.getString(5));
    add(record, Headers.DEAD_LETTER_REASON, row.getString(9));
    return record;
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
