package io.flexibleupgrades.servicecenter.projection;

import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.PreparationEvent.ModuleRecovered;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.servicecenter.database.Queries;
import io.flexibleupgrades.servicecenter.status.ModuleState;
import io.flexibleupgrades.servicecenter.status.UpgradeRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The modules that were published after the end of a preparation that had left them behind. */
final class RecoveredRows {
  private record Recovery(ModuleRecovered event, Instant at) {}

  private final UpgradeRows upgrades;
  private final Map<UpgradeId, List<Recovery>> recoveries = new LinkedHashMap<>();

  RecoveredRows(UpgradeRows upgrades) {
    this.upgrades = upgrades;
  }

  void recovered(ModuleRecovered event, Instant at) {
    recoveries
        .computeIfAbsent(event.upgradeId(), _ -> new ArrayList<>())
        .add(new Recovery(event, at));
  }

  void write(Queries queries) {
    recoveries.forEach((upgrade, recovered) -> write(upgrade, recovered, queries));
    recoveries.clear();
  }

  private void write(UpgradeId upgrade, List<Recovery> recovered, Queries queries) {
    var before = statesBefore(upgrade, recovered, queries);
    var row = upgrades.require(upgrade);
    before.values().forEach(row::recovered);
    List<@Nullable Object[]> modules = new ArrayList<>();
    List<@Nullable Object[]> names = new ArrayList<>();
    List<@Nullable Object[]> outputs = new ArrayList<>();
    for (var recovery : recovered) {
      var event = recovery.event();
      var id = upgrade.value();
      var name = event.module().value();
      var publish = event.publishId().value();
      var artifact = event.artifact().value();
      modules.add(
          new @Nullable Object[] {artifact, recovery.at(), publish, name, publish, name, id, name});
      names.add(new @Nullable Object[] {id, name});
      outputs.add(new @Nullable Object[] {id, publish, name});
    }
    queries.executeAll(
        """
        UPDATE upgrade_module module SET state = 'prepared', artifact = ?, settled_at = ?,
          failure_kind = NULL, warnings = coalesce(compiled.warnings, 0),
          compile_millis = compiled.compile_millis,
          source = coalesce(deployed.source, compiled.source, module.source)
        FROM (VALUES (0)) AS one
        LEFT JOIN upgrade_module compiled ON compiled.upgrade_id = ? AND compiled.name = ?
        LEFT JOIN publish_module deployed ON deployed.publish_id = ? AND deployed.module = ?
        WHERE module.upgrade_id = ? AND module.name = ?
        """,
        modules);
    queries.executeAll("DELETE FROM compiler_output WHERE upgrade_id = ? AND module = ?", names);
    queries.executeAll(
        """
        INSERT INTO compiler_output SELECT ?, module, diagnostics, log FROM compiler_output
        WHERE upgrade_id = ? AND module = ?
        """,
        outputs);
    queries.executeAll("DELETE FROM failed_producer WHERE upgrade_id = ? AND producer = ?", names);
  }

  private static Map<ModuleId, ModuleState> statesBefore(
      UpgradeId upgrade, List<Recovery> recovered, Queries queries) {
    var names =
        recovered.stream()
            .map(recovery -> recovery.event().module().value())
            .toArray(String[]::new);
    return queries
        .list(
            """
            SELECT name, state FROM upgrade_module
            WHERE upgrade_id = ? AND name = ANY (?) AND state NOT IN ('prepared', 'excluded')
            """,
            row -> Map.entry(new ModuleId(row.text("name")), ModuleState.parse(row.text("state"))),
            upgrade.value(),
            names)
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
