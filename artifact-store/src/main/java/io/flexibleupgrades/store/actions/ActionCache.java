package io.flexibleupgrades.store.actions;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.store.database.DatabaseSchema;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** What came of compiles, by the key of their inputs; the last word on a key wins. */
@ApplicationScoped
public class ActionCache implements PanacheRepositoryBase<Action, String> {
  private static final String UPSERT =
      """
      INSERT INTO action (key, document) VALUES (:key, :document)
      ON CONFLICT (key) DO UPDATE SET document = excluded.document, stored_at = now(), used_at = now()
      RETURNING xmax = 0
      """;

  private static final String USE =
      "UPDATE action SET used_at = now() WHERE key = ? AND used_at < now() - interval '1 hour'";
  private static final int FETCHED_AT_ONCE = 20;

  private final DatabaseSchema schema;
  private final DataSource database;

  ActionCache(DatabaseSchema schema, DataSource database) {
    this.schema = schema;
    this.database = database;
  }

  /** Returns whether the key is new. */
  @Transactional
  boolean put(ActionKey key, ActionDocument document) {
    schema.requireReady();
    return (Boolean)
        getEntityManager()
            .createNativeQuery(UPSERT, Boolean.class)
            .setParameter("key", key.toString())
            .setParameter("document", document.text())
            .getSingleResult();
  }

  /** Returns what is kept under the key, which is thereby in use. */
  @Transactional
  Optional<ActionDocument> get(ActionKey key) throws SQLException {
    schema.requireReady();
    try (var connection = database.getConnection();
        var use = connection.prepareStatement(USE)) {
      use.setString(1, key.toString());
      use.executeUpdate();
    }
    return findByIdOptional(key.toString()).map(action -> new ActionDocument(action.document));
  }

  /** Forgets what was not used for so long; returns how many keys that were. */
  @Transactional
  public int forgetUnused(Duration time) throws SQLException {
    schema.requireReady();
    try (var connection = database.getConnection();
        var forget =
            connection.prepareStatement(
                "DELETE FROM action WHERE used_at < now() - ? * interval '1 second'")) {
      forget.setLong(1, time.toSeconds());
      return forget.executeUpdate();
    }
  }

  /** Shows every blob that an action refers to, some more than once. */
  @Transactional
  public void forEachReference(Consumer<Digest> reader) throws SQLException {
    schema.requireReady();
    try (var connection = database.getConnection();
        var all = connection.prepareStatement("SELECT document FROM action")) {
      all.setFetchSize(FETCHED_AT_ONCE);
      try (var rows = all.executeQuery()) {
        while (rows.next()) {
          new ActionDocument(rows.getString(1)).references().forEach(reader);
        }
      }
    }
  }
}
