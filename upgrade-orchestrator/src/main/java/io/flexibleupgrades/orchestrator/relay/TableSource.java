package io.flexibleupgrades.orchestrator.relay;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A table whose rows are published in the relay's order, about 8 MiB at once. */
abstract class TableSource implements RelaySource {
  private static final long MOST_BYTES = 8L * 1024 * 1024;

  private final String name;
  private final String table;
  private final String columns;
  private final String bytes;

  /**
   * A source.
   *
   * @param columns what {@link #records} finds in a row, in this order from 1 on, in SQL
   * @param bytes how large a row is, in SQL
   */
  TableSource(String name, String table, String columns, String bytes) {
    this.name = name;
    this.table = table;
    this.columns = columns;
    this.bytes = bytes;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final String table() {
    return table;
  }

  @Override
  public final List<Outgoing> read(Connection connection, Checkpoint after, int most)
      throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            with next as (
              select *, %3$s as bytes from %1$s
              where (txid, position) > (?::xid8, ?)
                and txid < pg_snapshot_xmin(pg_current_snapshot())
              order by txid, position limit ?),
            summed as (
              select *, sum(bytes) over (order by txid, position) - bytes as before from next)
            select %2$s, txid::text as at_txid, position as at_position
            from summed where before < ? order by summed.txid, position
            """
                .formatted(table, columns, bytes))) {
      statement.setString(1, after.txid());
      statement.setLong(2, after.position());
      statement.setInt(3, most);
      statement.setLong(4, MOST_BYTES);
      try (var rows = statement.executeQuery()) {
        var outgoing = new ArrayList<Outgoing>();
        while (rows.next()) {
          var checkpoint = new Checkpoint(rows.getString("at_txid"), rows.getLong("at_position"));
          outgoing.add(new Outgoing(checkpoint, records(rows)));
        }
        return outgoing;
      }
    }
  }

  /** Returns what the row is published as. */
  abstract List<ProducerRecord<byte[], byte[]>> records(ResultSet row) throws SQLException;
}
