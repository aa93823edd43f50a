package io.flexibleupgrades.servicecenter.projection;

import io.flexibleupgrades.events.EnvironmentEvent;
import io.flexibleupgrades.events.EnvironmentEvent.EnvironmentCreated;
import io.flexibleupgrades.events.EnvironmentEvent.ModuleAdopted;
import io.flexibleupgrades.events.EnvironmentEvent.ModuleChanged;
import io.flexibleupgrades.events.EnvironmentEvent.ModuleRegistered;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeEnded;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeStarted;
import io.flexibleupgrades.events.Event;
import io.flexibleupgrades.events.PreparationEvent;
import io.flexibleupgrades.events.PreparationEvent.ModuleFailed;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepareRequested;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepared;
import io.flexibleupgrades.events.PreparationEvent.ModuleSkipped;
import io.flexibleupgrades.events.PreparationEvent.ModulesEnlisted;
import io.flexibleupgrades.events.PreparationEvent.ModulesExcluded;
import io.flexibleupgrades.events.PreparationEvent.PlatformUpgradeFailed;
import io.flexibleupgrades.events.PreparationEvent.PlatformUpgraded;
import io.flexibleupgrades.events.PreparationEvent.PreparationEnded;
import io.flexibleupgrades.events.PreparationEvent.PreparationStarted;
import io.flexibleupgrades.events.PreparationEvent.PrepareAttemptFailed;
import io.flexibleupgrades.servicecenter.database.Queries;
import io.flexibleupgrades.servicecenter.status.EnvironmentRow;
import io.flexibleupgrades.servicecenter.status.ModuleState;
import io.flexibleupgrades.servicecenter.status.UpgradeRows;
import java.time.Instant;
import java.util.stream.Collectors;

/**
 * What each event changes in the views. Rows are collected and written in batches; nothing here
 * reads a clock or makes an id, so that a replay writes the same rows.
 */
final class EventViews {
  private final Queries queries;
  private final UpgradeRows upgrades;
  private final FactoryRows factory = new FactoryRows();
  private final PlanRows plan = new PlanRows();
  private final OutputRows outputs = new OutputRows();
  private final ChangeRows changes = new ChangeRows();

  EventViews(Queries queries, UpgradeRows upgrades) {
    this.queries = queries;
    this.upgrades = upgrades;
  }

  void apply(EnvironmentRow environment, Event event, Instant at) {
    switch (event) {
      case EnvironmentEvent about -> apply(environment, about, at);
      case PreparationEvent about -> {
        upgrades
            .findOrAdd(about.upgradeId(), environment)
            .apply(about, environment.isOnPremises(), at);
        apply(environment, about, at);
      }
    }
  }

  /** Writes what was collected. */
  void write() {
    factory.write(queries);
    plan.write(queries);
    outputs.write(queries);
    changes.write(queries);
  }

  private void apply(EnvironmentRow environment, EnvironmentEvent event, Instant at) {
    switch (event) {
      case EnvironmentCreated created -> environment.created(created);
      case ModuleRegistered module -> {
        environment.moduleRegistered();
        factory.registered(
            module.environment(), module.module(), module.kind(), module.producers());
      }
      case ModuleChanged module ->
          factory.registered(
              module.environment(), module.module(), module.kind(), module.producers());
      case ModuleAdopted module -> factory.adopted(module, at);
      case UpgradeStarted started -> {
        environment.upgradeStarted(started.upgradeId());
        upgrades.findOrAdd(started.upgradeId(), environment).started(started, at);
      }
      case UpgradeEnded ended -> {
        environment.runsOn(ended.platform());
        upgrades.findOrAdd(ended.upgradeId(), environment).ended(ended, at);
      }
    }
  }

  private void apply(EnvironmentRow environment, PreparationEvent event, Instant at) {
    var upgrade = event.upgradeId();
    switch (event) {
      case ModulesEnlisted enlisted -> {
        for (var module : enlisted.modules()) {
          plan.enlisted(upgrade, module);
          changes.changed(
              environment, upgrade, module.module(), ModuleState.PENDING, at, "In the plan.");
        }
      }
      case ModulesExcluded left -> {
        for (var module : left.modules()) {
          plan.excluded(upgrade, module);
          changes.changed(
              environment, upgrade, module.module(), ModuleState.EXCLUDED, at, module.reason());
        }
      }
      case ModulePrepareRequested requested -> requested(environment, requested, at);
      case PrepareAttemptFailed failed -> attemptFailed(environment, failed, at);
      case ModulePrepared prepared -> {
        plan.prepared(prepared, at);
        factory.prepared(prepared.environment(), prepared.module(), prepared.platform().version());
        outputs.said(upgrade, prepared.module(), prepared.output());
        var detail =
            "Compiled for %s in %d ms, %d warnings."
                .formatted(
                    prepared.platform().version(),
                    prepared.compileTime().toMillis(),
                    prepared.output().warnings());
        changes.changed(environment, upgrade, prepared.module(), ModuleState.PREPARED, at, detail);
      }
      case ModuleFailed failed -> {
        plan.failed(failed, at);
        outputs.said(upgrade, failed.module(), failed.output());
        var detail =
            "Failed (%s) in attempt %d, %d errors."
                .formatted(failed.kind(), failed.attempt(), failed.output().errors());
        changes.changed(environment, upgrade, failed.module(), ModuleState.FAILED, at, detail);
      }
      case ModuleSkipped skipped -> {
        plan.skipped(skipped, at);
        var detail =
            skipped.failedProducers().stream()
                .limit(10)
                .map(Object::toString)
                .collect(Collectors.joining(", ", "Consumes failed modules: ", "."));
        changes.changed(environment, upgrade, skipped.module(), ModuleState.SKIPPED, at, detail);
      }
      case PlatformUpgraded _,
          PlatformUpgradeFailed _,
          PreparationStarted _,
          PreparationEnded _ -> {
        // About the upgrade as a whole: its row says it.
      }
    }
  }

  private void requested(EnvironmentRow environment, ModulePrepareRequested event, Instant at) {
    if (event.isSkip()) {
      return;
    }
    for (var module : event.modules()) {
      plan.requested(event, module.module());
      changes.changed(
          environment,
          event.upgradeId(),
          module.module(),
          ModuleState.PREPARING,
          at,
          "Attempt %d.".formatted(event.attempt()));
    }
  }

  private void attemptFailed(EnvironmentRow environment, PrepareAttemptFailed event, Instant at) {
    // Which modules the unit has stands in rows that may not be written yet.
    write();
    var released =
        queries.list(
            """
            UPDATE upgrade_module SET state = 'pending'
            WHERE upgrade_id = ? AND unit = ? AND state = 'preparing' RETURNING name
            """,
            row -> row.text("name"),
            event.upgradeId().value(),
            event.unit().value());
    var detail =
        "Attempt %d ended without a result (%s): %s"
            .formatted(event.attempt(), event.kind(), event.reason());
    released.stream()
        .sorted()
        .map(io.flexibleupgrades.events.ModuleId::new)
        .forEach(module ->
            changes.changed(
                environment, event.upgradeId(), module, ModuleState.PENDING, at, detail));
  }
}
