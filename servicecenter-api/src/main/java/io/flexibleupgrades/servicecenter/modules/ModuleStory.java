package io.flexibleupgrades.servicecenter.modules;

import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.servicecenter.database.Queries;
import io.flexibleupgrades.servicecenter.status.ModuleState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What surrounds a module in an upgrade: the plan above and below it, and what happened to it. */
@ApplicationScoped
class ModuleStory {
  private record Edge(ModuleId module, ModuleId producer) {}

  private final Queries queries;

  ModuleStory(Queries queries) {
    this.queries = queries;
  }

  /** Returns the direct producers of every module that this one consumes, directly or not. */
  Map<ModuleId, List<ModuleId>> producersAbove(UpgradeId upgrade, ModuleId module) {
    var producers = new HashMap<ModuleId, List<ModuleId>>();
    queries
        .list(
            """
            WITH RECURSIVE above (name) AS (
              SELECT ?::text COLLATE "C"
              UNION
              SELECT edge.producer FROM above
              JOIN upgrade_edge edge ON edge.upgrade_id = ? AND edge.module = above.name
            )
            SELECT edge.module, edge.producer FROM above
            JOIN upgrade_edge edge ON edge.upgrade_id = ? AND edge.module = above.name
            """,
            row -> new Edge(new ModuleId(row.text("module")), new ModuleId(row.text("producer"))),
            module.value(),
            upgrade.value(),
            upgrade.value())
        .forEach(edge ->
            producers.computeIfAbsent(edge.module(), _ -> new ArrayList<>()).add(edge.producer()));
    return producers;
  }

  List<ModuleId> consumers(UpgradeId upgrade, ModuleId module) {
    return queries.list(
        "SELECT module FROM upgrade_edge WHERE upgrade_id = ? AND producer = ? ORDER BY module",
        row -> new ModuleId(row.text("module")),
        upgrade.value(),
        module.value());
  }

  List<HistoryEntry> history(UpgradeId upgrade, ModuleId module) {
    return queries.list(
        """
        SELECT time, state, detail FROM module_change
        WHERE upgrade_id = ? AND module = ? ORDER BY sequence
        """,
        row ->
            new HistoryEntry(
                row.time("time"), ModuleState.parse(row.text("state")), row.text("detail")),
        upgrade.value(),
        module.value());
  }
}
