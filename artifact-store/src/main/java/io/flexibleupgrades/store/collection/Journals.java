package io.flexibleupgrades.store.collection;

import io.flexibleupgrades.store.database.DatabaseSchema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** The journals that refer to blobs of this store. */
@ApplicationScoped
class Journals {
  private final DatabaseSchema schema;
  private final DataSource database;

  Journals(DatabaseSchema schema, DataSource database) {
    this.schema = schema;
    this.database = database;
  }

  @Transactional
  List<AnnouncedJournal> all() throws SQLException {
    schema.requireReady();
    try (var connection = database.getConnection()) {
      return all(connection);
    }
  }

  /**
   * Takes note of a journal's head.
   *
   * @throws CollectionRefusedException if somebody else announced another head meanwhile
   */
  @Transactional
  void announce(UUID journal, Announcement announcement) throws SQLException {
    var follows = announcement.follows();
    schema.requireReady();
    try (var connection = database.getConnection();
        var change =
            connection.prepareStatement(
                follows == null
                    ? """
                    INSERT INTO journal (head, diverged, id) VALUES (?, ?, ?)
                    ON CONFLICT DO NOTHING
                    """
                    : """
                    UPDATE journal SET head = ?, diverged = diverged OR ?, announced_at = now()
                    WHERE id = ? AND head = ?
                    """)) {
      change.setString(1, announcement.head());
      change.setBoolean(2, announcement.diverged());
      change.setObject(3, journal);
      if (follows != null) {
        change.setString(4, follows);
      }
      if (change.executeUpdate() == 0) {
        throw new CollectionRefusedException(
            "the announced head of journal %s is another one by now; look again"
                .formatted(journal));
      }
    }
  }

  /** Forgets a journal whose orchestrator is gone for good, or which was looked into. */
  @Transactional
  void forget(UUID journal) throws SQLException {
    schema.requireReady();
    try (var connection = database.getConnection();
        var forget = connection.prepareStatement("DELETE FROM journal WHERE id = ?")) {
      forget.setObject(1, journal);
      forget.executeUpdate();
    }
  }

  /**
   * Returns if this is the only journal, and its head was announced no longer ago than that.
   *
   * @throws CollectionRefusedException that says what is not so
   */
  @Transactional
  void requireSole(MarkSet marks, Duration oldest) throws SQLException {
    schema.requireReady();
    try (var connection = database.getConnection()) {
      var journals = all(connection);
      if (journals.size() != 1 || !journals.getFirst().id().equals(marks.journal())) {
        throw new CollectionRefusedException(
            "it takes one journal that refers to this store, and there are %d: %s. Stop the"
                    .formatted(
                        journals.size(), journals.stream().map(AnnouncedJournal::id).toList())
                + " orchestrators that do not belong here, then DELETE /api/v1/journals/{id}");
      }
      var journal = journals.getFirst();
      if (journal.diverged()) {
        throw new CollectionRefusedException(
            ("journal %s was restored from a backup, or there is a copy of it in use. When only one"
                    + " is left, DELETE /api/v1/journals/%s")
                .formatted(journal.id(), journal.id()));
      }
      if (!journal.head().equals(marks.head()) || isOlder(connection, journal.id(), oldest)) {
        throw new CollectionRefusedException(
            "the mark set is old; announce the journal and mark again");
      }
    }
  }

  private static boolean isOlder(Connection connection, UUID journal, Duration age)
      throws SQLException {
    try (var query =
        connection.prepareStatement(
            """
            SELECT announced_at < now() - ? * interval '1 millisecond' FROM journal WHERE id = ?
            """)) {
      query.setLong(1, age.toMillis());
      query.setObject(2, journal);
      try (var rows = query.executeQuery()) {
        return !rows.next() || rows.getBoolean(1);
      }
    }
  }

  private static List<AnnouncedJournal> all(Connection connection) throws SQLException {
    try (var query =
            connection.prepareStatement("SELECT id, head, diverged FROM journal ORDER BY id");
        var rows = query.executeQuery()) {
      var journals = new ArrayList<AnnouncedJournal>();
      while (rows.next()) {
        journals.add(
            new AnnouncedJournal(
                rows.getObject(1, UUID.class), rows.getString(2), rows.getBoolean(3)));
      }
      return journals;
    }
  }
}
