package io.flexibleupgrades.servicecenter.projection;

import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.PreparationEvent.ModuleSkipped;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.servicecenter.database.Columns;
import io.flexibleupgrades.servicecenter.database.Queries;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Which failed modules each module consumes, directly or not, written at once. The plan has to be
 * written before.
 */
final class FailedProducerRows {
  private record Cause(UpgradeId upgrade, ModuleId module, ModuleId producer) {}

  private final Set<UpgradeId> reopened = new LinkedHashSet<>();
  private final Set<ModuleInUpgrade> failed = new LinkedHashSet<>();
  private final Set<Cause> causes = new LinkedHashSet<>();
  private final Set<ModuleInUpgrade> recovered = new LinkedHashSet<>();

  /** Names the module as a cause for all that consume it, directly or not. */
  void failed(UpgradeId upgrade, ModuleId module) {
    failed.add(new ModuleInUpgrade(upgrade, module));
  }

  void skipped(ModuleSkipped event) {
    for (var producer : event.failedProducers()) {
      causes.add(new Cause(event.upgradeId(), event.module(), producer));
    }
  }

  /** The module is no cause any more. */
  void recovered(UpgradeId upgrade, ModuleId module) {
    recovered.add(new ModuleInUpgrade(upgrade, module));
  }

  /** Finds the causes of the upgrade anew, from its plan and the modules that are failed then. */
  void reopened(UpgradeId upgrade) {
    reopened.add(upgrade);
    failed.removeIf(module -> module.upgrade().equals(upgrade));
    causes.removeIf(cause -> cause.upgrade().equals(upgrade));
    recovered.removeIf(module -> module.upgrade().equals(upgrade));
  }

  void write(Queries queries) {
    findAgain(queries);
    var failures = modules(failed);
    queries.execute(
        """
        INSERT INTO failed_producer (upgrade_id, module, producer)
        WITH RECURSIVE consuming (upgrade_id, producer, name) AS (
          SELECT edge.upgrade_id, edge.producer, edge.module
          FROM unnest(?, ?) AS failed (id, module)
          JOIN upgrade_edge edge ON edge.upgrade_id = id AND edge.producer = failed.module
          UNION
          SELECT edge.upgrade_id, consuming.producer, edge.module FROM consuming
          JOIN upgrade_edge edge
            ON edge.upgrade_id = consuming.upgrade_id AND edge.producer = consuming.name
        )
        SELECT upgrade_id, name, producer FROM consuming WHERE name <> producer
        ON CONFLICT DO NOTHING
        """,
        failures);
    var named = new Columns("uuid", "text", "text");
    causes.forEach(cause ->
        named.add(cause.upgrade().value(), cause.module().value(), cause.producer().value()));
    queries.execute(
        "INSERT INTO failed_producer SELECT * FROM unnest(?, ?, ?) ON CONFLICT DO NOTHING", named);
    queries.execute(
        "DELETE FROM failed_producer WHERE (upgrade_id, producer) IN (SELECT * FROM unnest(?, ?))",
        modules(recovered));
  }

  private void findAgain(Queries queries) {
    var upgrades = new Columns("uuid");
    reopened.forEach(upgrade -> upgrades.add(upgrade.value()));
    queries.execute(
        "DELETE FROM failed_producer WHERE upgrade_id IN (SELECT * FROM unnest(?))", upgrades);
    queries
        .list(
            """
            SELECT upgrade_id, name FROM unnest(?) AS reopened (id)
            JOIN upgrade_module ON upgrade_id = id AND state = 'failed'
            """,
            row ->
                new ModuleInUpgrade(
                    new UpgradeId(row.uuid("upgrade_id")), new ModuleId(row.text("name"))),
            upgrades)
        .forEach(failed::add);
  }

  private static Columns modules(Set<ModuleInUpgrade> modules) {
    var columns = new Columns("uuid", "text");
    modules.forEach(module -> columns.add(module.upgrade().value(), module.module().value()));
    return columns;
  }
}
