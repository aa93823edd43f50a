package io.flexibleupgrades.servicecenter.projection;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.EnvironmentEvent.ModuleConfigured;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.ModuleKind;
import io.flexibleupgrades.servicecenter.database.Columns;
import io.flexibleupgrades.servicecenter.database.Queries;
import io.flexibleupgrades.servicecenter.database.Row;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The factories of environments, as far as a batch of events touches them. */
final class FactoryRows {
  private final TouchedRows<FactoryModule, FactoryRow> rows = new TouchedRows<>();
  private final ListRows producers =
      new ListRows(
          """
          DELETE FROM module_producer WHERE (environment, module) IN (SELECT * FROM unnest(?, ?))
          """,
          "INSERT INTO module_producer SELECT * FROM unnest(?, ?, ?) ON CONFLICT DO NOTHING",
          "text",
          "text",
          "text");
  private final ListRows settings =
      new ListRows(
          """
          DELETE FROM module_setting WHERE (environment, module) IN (SELECT * FROM unnest(?, ?))
          """,
          "INSERT INTO module_setting SELECT * FROM unnest(?, ?, ?, ?) ON CONFLICT DO NOTHING",
          "text",
          "text",
          "text",
          "text");

  /** Reads what the events mention. */
  void read(Mentioned mentioned, Queries queries) {
    queries.list(
        """
        SELECT m.* FROM unnest(?, ?) AS mentioned (environment, module)
        JOIN module m ON m.environment = mentioned.environment AND m.name = module
        """,
        this::read,
        mentioned.factory());
  }

  private FactoryModule read(Row row) throws SQLException {
    var module =
        new FactoryModule(
            new EnvironmentName(row.text("environment")), new ModuleId(row.text("name")));
    rows.read(module, FactoryRow.of(module, row));
    return module;
  }

  /**
   * Takes the module as the factory has it.
   *
   * @param source digest of its source bundle, null if there is none
   */
  void registered(
      FactoryModule module, ModuleKind kind, List<ModuleId> consumed, @Nullable Digest source) {
    if (rows.find(module) == null) {
      rows.add(module, new FactoryRow(module));
    }
    change(module, row -> row.registered(kind, source));
    producers.replace(
        module.key(), consumed.stream().map(name -> new Object[] {name.value()}).toList());
  }

  /** Changes the module's row, if there is one. */
  void change(FactoryModule module, Consumer<FactoryRow> change) {
    var row = rows.find(module);
    if (row != null) {
      change.accept(row);
      rows.changed(module);
    }
  }

  void configured(ModuleConfigured event) {
    var module = new FactoryModule(event.environment(), event.module());
    change(module, row -> row.configured(event.version()));
    settings.replace(
        module.key(),
        event.settings().stream()
            .map(setting -> new Object[] {setting.key(), setting.value()})
            .toList());
  }

  /** The module leaves the factory; what upgrades say of it stays. */
  void removed(FactoryModule module) {
    rows.remove(module);
    producers.replace(module.key(), List.of());
    settings.replace(module.key(), List.of());
  }

  void write(Queries queries) {
    var removed = new Columns("text", "text");
    rows.removed().forEach(module -> removed.add(module.key().toArray()));
    queries.execute(
        "DELETE FROM module WHERE (environment, name) IN (SELECT * FROM unnest(?, ?))", removed);
    var columns =
        new Columns(
            "text", "text", "text", "text", "text", "timestamptz", "text", "text", "text", "int4");
    rows.written().forEach(row -> columns.add(row.values()));
    queries.execute(
        """
        INSERT INTO module (environment, name, kind, running_version, running_digest, deployed_at,
          prepared_version, source, prepared_source, settings_version)
        SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (environment, name) DO UPDATE SET kind = excluded.kind,
          running_version = excluded.running_version, running_digest = excluded.running_digest,
          deployed_at = excluded.deployed_at, prepared_version = excluded.prepared_version,
          source = excluded.source, prepared_source = excluded.prepared_source,
          settings_version = excluded.settings_version
        """,
        columns);
    producers.write(queries);
    settings.write(queries);
  }
}
