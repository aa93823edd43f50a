package io.flexibleupgrades.orchestrator.relay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The dead letters that an operator replayed: each goes back to its topic as it once stood there.
 */
@ApplicationScoped
class ReplaySource implements RelaySource {
  private static final int MOST = 100;

  private final ObjectMapper json;

  ReplaySource(ObjectMapper json) {
    this.json = json;
  }

  @Override
  public String name() {
    return "dead-letter-replay";
  }

  @Override
  public String table() {
    return "dead_letter_replay";
  }

  @Override
  public List<Outgoing> read(Connection connection, Checkpoint after, int most)
      throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            select txid::text, position, topic, record_key, payload, headers
            from dead_letter_replay
            where (txid, position) > (?::xid8, ?)
              and txid < pg_snapshot_xmin(pg_current_snapshot())
            order by dead_letter_replay.txid, position limit ?
            """)) {
      statement.setString(1, after.txid());
      statement.setLong(2, after.position());
      statement.setInt(3, Math.min(most, MOST));
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
    var record = new ProducerRecord<>(row.getString(3), row.getBytes(4), row.getBytes(5));
    try {
      for (var header : json.readTree(row.getString(6))) {
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
    return record;
  }
}
