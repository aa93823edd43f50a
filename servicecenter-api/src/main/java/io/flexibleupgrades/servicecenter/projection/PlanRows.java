package io.flexibleupgrades.servicecenter.projection;

import io.flexibleupgrades.events.EnlistedModule;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepareRequested;
import io.flexibleupgrades.events.PreparationEvent.ModulesReenlisted;
import io.flexibleupgrades.events.UnitId;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.servicecenter.database.Columns;
import io.flexibleupgrades.servicecenter.database.Queries;
import io.flexibleupgrades.servicecenter.database.Row;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The plans of upgrades and publishes, as far as a batch of events touches them. */
final class PlanRows {
  private record UnitInUpgrade(UpgradeId upgrade, UnitId unit) {}

  private final TouchedRows<ModuleInUpgrade, PlanModule> rows = new TouchedRows<>();
  private final Map<UpgradeId, Map<ModuleId, PlanModule>> plans = new HashMap<>();
  private final Map<UnitInUpgrade, Map<ModuleId, PlanModule>> units = new HashMap<>();
  private final ListRows edges =
      new ListRows(
          """
          DELETE FROM upgrade_edge WHERE (upgrade_id, module) IN (SELECT * FROM unnest(?, ?))
          """,
          "INSERT INTO upgrade_edge SELECT * FROM unnest(?, ?, ?) ON CONFLICT DO NOTHING",
          "uuid",
          "text",
          "text");

  /** Reads what the events mention. */
  void read(Mentioned mentioned, Queries queries) {
    queries.list(
        """
        SELECT m.* FROM unnest(?, ?) AS mentioned (id, module)
        JOIN upgrade_module m ON m.upgrade_id = id AND m.name = module
        """,
        this::read,
        mentioned.plan());
    queries.list(
        """
        SELECT m.* FROM unnest(?, ?) AS mentioned (id, unit)
        JOIN upgrade_module m ON m.upgrade_id = id AND m.unit = mentioned.unit
        WHERE m.state = 'preparing'
        """,
        this::read,
        mentioned.units());
    queries.list(
        """
        SELECT m.* FROM unnest(?) AS mentioned (id) JOIN upgrade_module m ON m.upgrade_id = id
        WHERE m.reenlisted OR m.state IN ('pending', 'preparing', 'cancelled')
        """,
        this::read,
        mentioned.steered());
  }

  private ModuleInUpgrade read(Row row) throws SQLException {
    var key =
        new ModuleInUpgrade(new UpgradeId(row.uuid("upgrade_id")), new ModuleId(row.text("name")));
    if (rows.find(key) == null) {
      var module = PlanModule.of(key, row);
      rows.read(key, module);
      index(module);
    }
    return key;
  }

  private void index(PlanModule module) {
    var key = module.key();
    plans.computeIfAbsent(key.upgrade(), _ -> new TreeMap<>()).put(key.module(), module);
    var unit = module.unit();
    if (unit != null) {
      index(module, new UnitId(unit));
    }
  }

  private void index(PlanModule module, UnitId unit) {
    var key = module.key();
    units
        .computeIfAbsent(new UnitInUpgrade(key.upgrade(), unit), _ -> new TreeMap<>())
        .put(key.module(), module);
  }

  /** Returns the module's row, null if the plan does not have it. */
  @Nullable PlanModule find(UpgradeId upgrade, ModuleId module) {
    return rows.find(new ModuleInUpgrade(upgrade, module));
  }

  /** Returns the module's row in order to change it, null if the plan does not have it. */
  @Nullable PlanModule change(UpgradeId upgrade, ModuleId module) {
    var row = find(upgrade, module);
    if (row != null) {
      rows.changed(row.key());
    }
    return row;
  }

  /** Changes the module's row, if the plan has it. */
  void change(UpgradeId upgrade, ModuleId module, Consumer<PlanModule> change) {
    var row = change(upgrade, module);
    if (row != null) {
      change.accept(row);
    }
  }

  /** Returns the digest of the module's source bundle in the plan, null if there is none. */
  @Nullable String sourceOf(UpgradeId upgrade, ModuleId module) {
    var row = find(upgrade, module);
    return row == null ? null : row.source();
  }

  /**
   * Returns those modules of the upgrade, of all that the batch touches, in order to change them.
   */
  List<PlanModule> change(UpgradeId upgrade, Predicate<PlanModule> which) {
    return change(plans.getOrDefault(upgrade, Map.of()), which);
  }

  /** Returns the modules that an attempt at this unit is compiling, in order to change them. */
  List<PlanModule> change(UpgradeId upgrade, UnitId unit) {
    return change(
        units.getOrDefault(new UnitInUpgrade(upgrade, unit), Map.of()),
        module -> module.isBeingPreparedIn(unit.value()));
  }

  private List<PlanModule> change(Map<ModuleId, PlanModule> some, Predicate<PlanModule> which) {
    var changing = some.values().stream().filter(which).toList();
    changing.forEach(module -> rows.changed(module.key()));
    return changing;
  }

  void requested(ModulePrepareRequested event, ModuleId module) {
    var row = change(event.upgradeId(), module);
    if (row != null) {
      row.requested(event);
      index(row, event.unit());
    }
  }

  void enlisted(UpgradeId upgrade, EnlistedModule module) {
    add(PlanModule.of(upgrade, module));
    edges.add(List.of(upgrade.value(), module.module().value()), producersOf(module));
  }

  /** Adds the module unless the plan has it. */
  void add(PlanModule module) {
    if (rows.find(module.key()) == null) {
      rows.add(module.key(), module);
      index(module);
    }
  }

  void reenlisted(ModulesReenlisted event) {
    for (var module : event.modules()) {
      var row = change(event.upgradeId(), module.module());
      if (row != null) {
        row.reenlisted(module);
      }
      edges.replace(
          List.of(event.upgradeId().value(), module.module().value()), producersOf(module));
    }
  }

  private static List<Object[]> producersOf(EnlistedModule module) {
    return module.producers().stream().map(producer -> new Object[] {producer.value()}).toList();
  }

  void write(Queries queries) {
    var columns =
        new Columns(
            "uuid",
            "text",
            "text",
            "text",
            "text",
            "int4",
            "text",
            "int4",
            "int8",
            "text",
            "timestamptz",
            "text",
            "text",
            "bool");
    rows.written().forEach(row -> columns.add(row.values()));
    queries.execute(
        """
        INSERT INTO upgrade_module (upgrade_id, name, kind, state, unit, attempts, artifact,
          warnings, compile_millis, failure_kind, settled_at, excluded_reason, source, reenlisted)
        SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (upgrade_id, name) DO UPDATE SET kind = excluded.kind, state = excluded.state,
          unit = excluded.unit, attempts = excluded.attempts, artifact = excluded.artifact,
          warnings = excluded.warnings, compile_millis = excluded.compile_millis,
          failure_kind = excluded.failure_kind, settled_at = excluded.settled_at,
          excluded_reason = excluded.excluded_reason, source = excluded.source,
          reenlisted = excluded.reenlisted
        """,
        columns);
    edges.write(queries);
  }
}
