package io.flexibleupgrades.servicecenter.projection;

import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.PreparationEvent.ModulesReenlisted;
import io.flexibleupgrades.events.PreparationEvent.PrepareAttemptFailed;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.servicecenter.database.Queries;
import io.flexibleupgrades.servicecenter.status.ModuleState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Changes of modules that depend on the state they are in. They happen at once, so that all that
 * was collected before has to be written first.
 */
final class ModuleStates {
  private final Queries queries;

  ModuleStates(Queries queries) {
    this.queries = queries;
  }

  /** Makes the modules that the attempt was compiling pending again. */
  List<ModuleId> released(PrepareAttemptFailed event) {
    return inOrder(
        queries.list(
            """
            UPDATE upgrade_module SET state = 'pending'
            WHERE upgrade_id = ? AND unit = ? AND state = 'preparing' RETURNING name
            """,
            row -> new ModuleId(row.text("name")),
            event.upgradeId().value(),
            event.unit().value()));
  }

  /** Cancels the modules that are not settled. */
  List<ModuleId> cancelled(UpgradeId upgrade) {
    return inOrder(
        queries.list(
            """
            UPDATE upgrade_module SET state = 'cancelled'
            WHERE upgrade_id = ? AND state IN ('pending', 'preparing') RETURNING name
            """,
            row -> new ModuleId(row.text("name")),
            upgrade.value()));
  }

  /** Takes the modules into the plan as they are now; they are open once it is reopened. */
  void reenlisted(ModulesReenlisted event) {
    var upgrade = event.upgradeId().value();
    List<@Nullable Object[]> modules = new ArrayList<>();
    List<@Nullable Object[]> keys = new ArrayList<>();
    List<@Nullable Object[]> edges = new ArrayList<>();
    for (var module : event.modules()) {
      var name = module.module().value();
      var source = module.source();
      modules.add(
          new @Nullable Object[] {
            module.kind().toString(), source == null ? null : source.value(), upgrade, name
          });
      keys.add(new @Nullable Object[] {upgrade, name});
      for (var producer : module.producers()) {
        edges.add(new @Nullable Object[] {upgrade, name, producer.value()});
      }
    }
    queries.executeAll(
        """
        UPDATE upgrade_module SET kind = ?, source = ?, reenlisted = true
        WHERE upgrade_id = ? AND name = ?
        """,
        modules);
    queries.executeAll("DELETE FROM upgrade_edge WHERE upgrade_id = ? AND module = ?", keys);
    queries.executeAll("INSERT INTO upgrade_edge VALUES (?, ?, ?) ON CONFLICT DO NOTHING", edges);
  }

  /**
   * Makes the modules that were enlisted again pending, and those that were cancelled: a
   * preparation that goes on ends when all are settled. What they had come to is forgotten.
   *
   * @return their states before, in alphabetical order of the modules
   */
  List<Map.Entry<ModuleId, ModuleState>> reopened(UpgradeId upgrade) {
    queries.execute(
        """
        DELETE FROM compiler_output said USING upgrade_module module
        WHERE said.upgrade_id = ? AND module.upgrade_id = said.upgrade_id
          AND module.name = said.module AND (module.reenlisted OR module.state = 'cancelled')
        """,
        upgrade.value());
    var reopened =
        queries.list(
            """
            UPDATE upgrade_module module SET state = 'pending', reenlisted = false, unit = NULL,
              artifact = NULL, warnings = 0, compile_millis = NULL, failure_kind = NULL,
              settled_at = NULL, excluded_reason = NULL
            FROM upgrade_module before
            WHERE module.upgrade_id = ? AND before.upgrade_id = module.upgrade_id
              AND before.name = module.name AND (before.reenlisted OR before.state = 'cancelled')
            RETURNING module.name, before.state
            """,
            row -> Map.entry(new ModuleId(row.text("name")), ModuleState.parse(row.text("state"))),
            upgrade.value());
    FailedProducerRows.findAgain(upgrade, queries);
    return reopened.stream().sorted(Map.Entry.comparingByKey()).toList();
  }

  private static List<ModuleId> inOrder(List<ModuleId> modules) {
    return modules.stream().sorted(Comparator.naturalOrder()).toList();
  }
}
