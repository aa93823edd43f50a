package io.flexibleupgrades.store.collection;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.store.database.DatabaseSchema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Remembers which blobs were found dead, so that none is removed at first sight. */
@ApplicationScoped
class DeadBlobs {
  private final DatabaseSchema schema;
  private final DataSource database;

  DeadBlobs(DatabaseSchema schema, DataSource database) {
    this.schema = schema;
    this.database = database;
  }

  /**
   * Takes note of all that are dead now; the others are forgotten.
   *
   * @return those that were found dead so long ago already, and every time since
   */
  @Transactional
  List<Digest> note(List<Digest> dead, Duration secondLook) throws SQLException {
    schema.requireReady();
    try (var connection = database.getConnection()) {
      var digests = dead.stream().map(Digest::value).toArray();
      execute(
          connection,
          """
          DELETE FROM dead_blob
          WHERE NOT EXISTS (SELECT FROM unnest(?) AS dead (digest) WHERE dead.digest = dead_blob.digest)
          """,
          digests);
      var due = due(connection, secondLook);
      execute(
          connection,
          "INSERT INTO dead_blob (digest) SELECT unnest(?) ON CONFLICT DO NOTHING",
          digests);
      return due;
    }
  }

  private static List<Digest> due(Connection connection, Duration secondLook) throws SQLException {
    try (var query =
        connection.prepareStatement(
            """
            SELECT digest FROM dead_blob WHERE found_at <= now() - ? * interval '1 millisecond'
            """)) {
      query.setLong(1, secondLook.toMillis());
      try (var rows = query.executeQuery()) {
        var due = new ArrayList<Digest>();
        while (rows.next()) {
          due.add(new Digest(rows.getString(1)));
        }
        return due;
      }
    }
  }

  private static void execute(Connection connection, String sql, Object[] digests)
      throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("text", digests));
      statement.executeUpdate();
    }
  }
}
