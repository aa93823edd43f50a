package io.flexibleupgrades.servicecenter.projection;

import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.PreparationEvent.ModuleSkipped;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.servicecenter.database.Queries;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which failed modules each module consumes, directly or not, written at once. */
final class FailedProducerRows {
  private final List<@Nullable Object[]> failures = new ArrayList<>();
  private final List<@Nullable Object[]> causes = new ArrayList<>();

  /** Names the module as a cause for all that consume it, directly or not. */
  void failed(UpgradeId upgrade, ModuleId module) {
    var name = module.value();
    var id = upgrade.value();
    failures.add(new @Nullable Object[] {id, name, id, id, name, name});
  }

  void skipped(ModuleSkipped event) {
    for (var producer : event.failedProducers()) {
      causes.add(
          new @Nullable Object[] {
            event.upgradeId().value(), event.module().value(), producer.value()
          });
    }
  }

  void write(Queries queries) {
    if (!failures.isEmpty()) {
      lookUpEdges(queries);
    }
    queries.executeAll(
        """
        INSERT INTO failed_producer (upgrade_id, module, producer)
        WITH RECURSIVE consuming (name) AS (
          SELECT module FROM upgrade_edge WHERE upgrade_id = ? AND producer = ?
          UNION
          SELECT edge.module FROM consuming
          JOIN upgrade_edge edge ON edge.upgrade_id = ? AND edge.producer = consuming.name
        )
        SELECT ?, name, ? FROM consuming WHERE name <> ? ON CONFLICT DO NOTHING
        """,
        failures);
    queries.executeAll(
        "INSERT INTO failed_producer VALUES (?, ?, ?) ON CONFLICT DO NOTHING", causes);
    failures.clear();
    causes.clear();
  }

  /** Finds the causes of an upgrade anew, from its plan and the modules that are failed now. */
  static void findAgain(UpgradeId upgrade, Queries queries) {
    lookUpEdges(queries);
    var id = upgrade.value();
    queries.execute("DELETE FROM failed_producer WHERE upgrade_id = ?", id);
    queries.execute(
        """
        INSERT INTO failed_producer (upgrade_id, module, producer)
        WITH RECURSIVE consuming (producer, name) AS (
          SELECT edge.producer, edge.module FROM upgrade_module failed
          JOIN upgrade_edge edge ON edge.upgrade_id = ? AND edge.producer = failed.name
          WHERE failed.upgrade_id = ? AND failed.state = 'failed'
          UNION
          SELECT consuming.producer, edge.module FROM consuming
          JOIN upgrade_edge edge ON edge.upgrade_id = ? AND edge.producer = consuming.name
        )
        SELECT ?, name, producer FROM consuming WHERE name <> producer
        """,
        id,
        id,
        id,
        id);
  }

  /**
   * Of a plan that was just written the planner has no statistics yet, and it would read all of the
   * edges in each round instead of looking up those it needs.
   */
  private static void lookUpEdges(Queries queries) {
    queries.execute("SET LOCAL enable_hashjoin = off");
    queries.execute("SET LOCAL enable_mergejoin = off");
    queries.execute("SET LOCAL enable_seqscan = off");
  }
}
