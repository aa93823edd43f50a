package io.flexibleupgrades.servicecenter.modules;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.servicecenter.database.Queries;
import io.flexibleupgrades.servicecenter.database.Row;
import io.flexibleupgrades.servicecenter.status.ModuleState;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Modules with their state in an upgrade, filtered, ordered and paged by the database. */
@ApplicationScoped
class ModuleRows {
  private final Queries queries;

  ModuleRows(Queries queries) {
    this.queries = queries;
  }

  /**
   * Returns the modules of the environment's factory after that one.
   *
   * @param upgrade whose states are shown, null before the first upgrade
   */
  List<ListedModule> ofEnvironment(
      EnvironmentName environment,
      @Nullable UpgradeId upgrade,
      ModuleSelection selection,
      @Nullable Position after,
      int limit) {
    return queries.list(
        ModuleStatement.ofEnvironment(environment, upgrade, selection, after, limit),
        ModuleRows::listed);
  }

  /** Hands over all modules of the environment's factory, one after the other. */
  void eachOfEnvironment(
      EnvironmentName environment,
      @Nullable UpgradeId upgrade,
      ModuleSelection selection,
      Consumer<ModuleItem> taker) {
    queries.each(
        ModuleStatement.ofEnvironment(environment, upgrade, selection, null, null),
        ModuleRows::item,
        taker);
  }

  /** Returns the modules of the upgrade after that one. */
  List<ListedModule> ofUpgrade(
      UpgradeId upgrade,
      EnvironmentName environment,
      ModuleSelection selection,
      @Nullable Position after,
      int limit) {
    return queries.list(
        ModuleStatement.ofUpgrade(upgrade, environment, selection, after, limit),
        ModuleRows::listed);
  }

  /** Returns one module of the upgrade, none if it has no such module. */
  List<ModuleItem> one(UpgradeId upgrade, EnvironmentName environment, ModuleId module) {
    return queries.list(
        ModuleStatement.ofUpgradesModule(upgrade, environment, module), ModuleRows::item);
  }

  private static ListedModule listed(Row row) throws SQLException {
    return new ListedModule(item(row), row.bigint("key"));
  }

  private static ModuleItem item(Row row) throws SQLException {
    return new ModuleItem(
        new ModuleId(row.text("name")),
        ModuleFilter.kind(row.text("kind")),
        ModuleState.parse(row.text("state")),
        row.values("producers", ModuleId::new),
        row.values("failed_producers", ModuleId::new),
        row.bigint("held_back"),
        row.textOrNull("running_version"),
        row.valueOrNull("running_digest", Digest::new),
        row.timeOrNull("deployed_at"),
        row.textOrNull("prepared_version"),
        row.valueOrNull("artifact", Digest::new),
        row.textOrNull("excluded_reason"),
        row.integer("warnings"),
        row.bigintOrNull("compile_millis"),
        row.integer("attempts"),
        row.timeOrNull("settled_at"),
        row.flag("stale"));
  }
}
