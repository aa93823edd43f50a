package io.flexibleupgrades.servicecenter.projection;

import io.flexibleupgrades.events.EnvironmentEvent.ModulePublished;
import io.flexibleupgrades.events.EnvironmentEvent.PublishEnded;
import io.flexibleupgrades.events.EnvironmentEvent.PublishStarted;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.PublishId;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.servicecenter.database.Columns;
import io.flexibleupgrades.servicecenter.database.Queries;
import io.flexibleupgrades.servicecenter.database.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The publishes, as far as a batch of events touches them. */
final class PublishRows {
  private final TouchedRows<UUID, PublishRow> publishes = new TouchedRows<>();
  private final TouchedRows<ModuleInUpgrade, PublishModuleRow> modules = new TouchedRows<>();

  /** Reads what the events mention. */
  void read(Mentioned mentioned, Queries queries) {
    queries
        .list(
            "SELECT * FROM publish WHERE id = ANY (?)",
            PublishRow::of,
            (Object) mentioned.preparations().toArray(UUID[]::new))
        .forEach(publish -> publishes.read(publish.id(), publish));
    queries.list(
        """
        SELECT m.* FROM unnest(?, ?) AS mentioned (id, module)
        JOIN publish_module m ON m.publish_id = id AND m.module = mentioned.module
        """,
        this::readModule,
        mentioned.deployed());
  }

  private ModuleInUpgrade readModule(Row row) throws SQLException {
    var key =
        new ModuleInUpgrade(
            new UpgradeId(row.uuid("publish_id")), new ModuleId(row.text("module")));
    modules.read(key, PublishModuleRow.of(key, row));
    return key;
  }

  /** Returns whether it is a publish, and no upgrade, whose modules are prepared under the id. */
  boolean isPrepared(UpgradeId preparation) {
    return publishes.find(preparation.value()) != null;
  }

  /**
   * Adds a publish.
   *
   * @param ordinal 1 for the first one of its environment
   */
  void started(PublishStarted event, int ordinal, Instant at) {
    var id = event.publishId();
    if (publishes.find(id.value()) == null) {
      publishes.add(id.value(), PublishRow.of(event, ordinal, at));
    }
    for (var module : event.modules()) {
      var key = new ModuleInUpgrade(id.preparation(), module.module());
      if (modules.find(key) == null) {
        modules.add(key, PublishModuleRow.of(key, module));
      }
    }
  }

  void published(ModulePublished event, Instant at) {
    var key = new ModuleInUpgrade(event.publishId().preparation(), event.module());
    var row = modules.find(key);
    if (row != null) {
      modules.add(key, row.published(event, at));
    }
  }

  void ended(PublishEnded event, Instant at) {
    var id = event.publishId().value();
    var row = publishes.find(id);
    if (row != null) {
      publishes.add(id, row.ended(event, at));
    }
  }

  /** Returns the digest of the source bundle that was published, null if it was not. */
  @Nullable String sourceOf(PublishId publish, ModuleId module) {
    var row = modules.find(new ModuleInUpgrade(publish.preparation(), module));
    return row == null ? null : row.source();
  }

  void write(Queries queries) {
    var rows =
        new Columns(
            "uuid",
            "text",
            "int4",
            "text",
            "uuid",
            "text",
            "timestamptz",
            "timestamptz",
            "int4",
            "int4",
            "int4");
    publishes.written().forEach(publish -> rows.add(publish.values()));
    queries.execute(
        """
        INSERT INTO publish SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET ended_at = excluded.ended_at,
          published = excluded.published, failed = excluded.failed, skipped = excluded.skipped
        """,
        rows);
    var moduleRows = new Columns("uuid", "text", "text", "text", "text", "text", "timestamptz");
    modules.written().forEach(module -> moduleRows.add(module.values()));
    queries.execute(
        """
        INSERT INTO publish_module SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (publish_id, module) DO UPDATE SET artifact = excluded.artifact,
          source = excluded.source, published_at = excluded.published_at
        """,
        moduleRows);
  }
}
