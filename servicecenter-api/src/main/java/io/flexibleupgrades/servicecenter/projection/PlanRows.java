package io.flexibleupgrades.servicecenter.projection;

import io.flexibleupgrades.events.EnlistedModule;
import io.flexibleupgrades.events.ExcludedModule;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.PreparationEvent.ModuleFailed;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepareRequested;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepared;
import io.flexibleupgrades.events.PreparationEvent.ModuleSkipped;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.servicecenter.database.Queries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a batch of events changes in the tables of an upgrade's modules, written at once. */
final class PlanRows {
  private final List<@Nullable Object[]> enlisted = new ArrayList<>();
  private final List<@Nullable Object[]> edges = new ArrayList<>();
  private final List<@Nullable Object[]> excluded = new ArrayList<>();
  private final List<@Nullable Object[]> updates = new ArrayList<>();

  void enlisted(UpgradeId upgrade, EnlistedModule module) {
    var name = module.module().value();
    var source = module.source();
    enlisted.add(
        new @Nullable Object[] {
          upgrade.value(), name, module.kind().toString(), source == null ? null : source.value()
        });
    for (var producer : module.producers()) {
      edges.add(new @Nullable Object[] {upgrade.value(), name, producer.value()});
    }
  }

  void excluded(UpgradeId upgrade, ExcludedModule module) {
    excluded.add(
        new @Nullable Object[] {
          upgrade.value(), module.module().value(), module.kind().toString(), module.reason()
        });
  }

  void requested(ModulePrepareRequested event, ModuleId module) {
    var unit = event.unit().value();
    update(
        "preparing", unit, event.attempt(), null, 0, null, null, null, event.upgradeId(), module);
  }

  void prepared(ModulePrepared event, Instant at) {
    update(
        "prepared",
        null,
        event.attempt(),
        event.artifact().value(),
        event.output().warnings(),
        event.compileTime().toMillis(),
        null,
        at,
        event.upgradeId(),
        event.module());
  }

  void failed(ModuleFailed event, Instant at) {
    var upgrade = event.upgradeId();
    var module = event.module();
    var kind = event.kind().toString();
    int warnings = event.output().warnings();
    update("failed", null, event.attempt(), null, warnings, null, kind, at, upgrade, module);
  }

  void skipped(ModuleSkipped event, Instant at) {
    var upgrade = event.upgradeId();
    var module = event.module();
    update("skipped", null, event.attempt(), null, 0, null, null, at, upgrade, module);
  }

  private void update(
      String state,
      @Nullable String unit,
      int attempt,
      @Nullable String artifact,
      int warnings,
      @Nullable Long compileMillis,
      @Nullable String failureKind,
      @Nullable Instant settledAt,
      UpgradeId upgrade,
      ModuleId module) {
    updates.add(
        new @Nullable Object[] {
          state,
          unit,
          attempt,
          artifact,
          warnings,
          compileMillis,
          failureKind,
          settledAt,
          upgrade.value(),
          module.value()
        });
  }

  void write(Queries queries) {
    queries.executeAll(
        """
        INSERT INTO upgrade_module (upgrade_id, name, kind, state, source)
        VALUES (?, ?, ?, 'pending', ?) ON CONFLICT DO NOTHING
        """,
        enlisted);
    queries.executeAll("INSERT INTO upgrade_edge VALUES (?, ?, ?) ON CONFLICT DO NOTHING", edges);
    queries.executeAll(
        """
        INSERT INTO upgrade_module (upgrade_id, name, kind, state, excluded_reason)
        VALUES (?, ?, ?, 'excluded', ?) ON CONFLICT DO NOTHING
        """,
        excluded);
    queries.executeAll(
        """
        UPDATE upgrade_module SET state = ?, unit = coalesce(?, unit),
          attempts = greatest(attempts, ?), artifact = ?, warnings = ?, compile_millis = ?,
          failure_kind = ?, settled_at = ?
        WHERE upgrade_id = ? AND name = ?
        """,
        updates);
    List.of(enlisted, edges, excluded, updates).forEach(List::clear);
  }
}
