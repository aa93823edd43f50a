package io.flexibleupgrades.orchestrator.relay;

import io.flexibleupgrades.orchestrator.relay.RelaySource.Checkpoint;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;

/** How far each source was published, kept in PostgreSQL. */
@ApplicationScoped
class Checkpoints {

  Checkpoint read(Connection connection, RelaySource source) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "select txid::text, position from relay_checkpoint where source = ?")) {
      statement.setString(1, source.name());
      try (var rows = statement.executeQuery()) {
        return rows.next() ? new Checkpoint(rows.getString(1), rows.getLong(2)) : Checkpoint.START;
      }
    }
  }

  void write(Connection connection, RelaySource source, Checkpoint checkpoint) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            insert into relay_checkpoint (source, txid, position) values (?, ?::xid8, ?)
            on conflict (source) do update set txid = excluded.txid, position = excluded.position
            """)) {
      statement.setString(1, source.name());
      statement.setString(2, checkpoint.txid());
      statement.setLong(3, checkpoint.position());
      statement.executeUpdate();
    }
  }
}
