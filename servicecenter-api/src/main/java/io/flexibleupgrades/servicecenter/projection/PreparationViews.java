package io.flexibleupgrades.servicecenter.projection;

import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.PreparationEvent;
import io.flexibleupgrades.events.PreparationEvent.ModuleFailed;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepareRequested;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepared;
import io.flexibleupgrades.events.PreparationEvent.ModuleRecovered;
import io.flexibleupgrades.events.PreparationEvent.ModuleSkipped;
import io.flexibleupgrades.events.PreparationEvent.ModulesEnlisted;
import io.flexibleupgrades.events.PreparationEvent.ModulesExcluded;
import io.flexibleupgrades.events.PreparationEvent.ModulesReenlisted;
import io.flexibleupgrades.events.PreparationEvent.PlatformUpgradeFailed;
import io.flexibleupgrades.events.PreparationEvent.PlatformUpgraded;
import io.flexibleupgrades.events.PreparationEvent.PreparationCancelled;
import io.flexibleupgrades.events.PreparationEvent.PreparationConfirmed;
import io.flexibleupgrades.events.PreparationEvent.PreparationEnded;
import io.flexibleupgrades.events.PreparationEvent.PreparationPaused;
import io.flexibleupgrades.events.PreparationEvent.PreparationRefused;
import io.flexibleupgrades.events.PreparationEvent.PreparationReopened;
import io.flexibleupgrades.events.PreparationEvent.PreparationResumed;
import io.flexibleupgrades.events.PreparationEvent.PreparationStarted;
import io.flexibleupgrades.events.PreparationEvent.PrepareAttemptFailed;
import io.flexibleupgrades.events.PreparationEvent.SystemPublishEnded;
import io.flexibleupgrades.events.PreparationEvent.SystemPublishStarted;
import io.flexibleupgrades.servicecenter.status.EnvironmentRow;
import io.flexibleupgrades.servicecenter.status.ModuleState;
import io.flexibleupgrades.servicecenter.status.UpgradeRow;
import java.time.Instant;

/** What the preparation of an upgrade changes in the views of its modules. */
final class PreparationViews {
  private final CollectedRows rows;

  PreparationViews(CollectedRows rows) {
    this.rows = rows;
  }

  void apply(EnvironmentRow environment, UpgradeRow upgrade, PreparationEvent event, Instant at) {
    var id = upgrade.id();
    var told = new Telling(environment, event, at);
    switch (event) {
      case ModulesEnlisted enlisted -> {
        for (var module : enlisted.modules()) {
          rows.plan().enlisted(id, module);
          told.of(module.module(), ModuleState.PENDING, "In the plan.");
        }
      }
      case ModulesExcluded left -> {
        for (var module : left.modules()) {
          rows.plan().add(PlanModule.of(id, module));
          told.of(module.module(), ModuleState.EXCLUDED, module.reason());
        }
      }
      case ModulePrepareRequested requested -> requested(requested, told);
      case PrepareAttemptFailed failed -> {
        for (var module : rows.plan().change(id, failed.unit())) {
          module.released();
          told.of(module.key().module(), ModuleState.PENDING, ChangeDetail.of(failed));
        }
      }
      case ModulePrepared prepared -> {
        rows.plan().change(id, prepared.module(), row -> row.prepared(prepared, at));
        rows.factory()
            .change(
                new FactoryModule(prepared.environment(), prepared.module()),
                row ->
                    row.prepared(
                        prepared.platform().version(),
                        rows.plan().sourceOf(id, prepared.module())));
        rows.outputs().said(id, prepared.module(), prepared.output());
        told.of(prepared.module(), ModuleState.PREPARED, ChangeDetail.of(prepared));
      }
      case ModuleFailed failed -> {
        rows.plan().change(id, failed.module(), row -> row.failed(failed, at));
        rows.failedProducers().failed(id, failed.module());
        rows.failures().failed(failed);
        rows.outputs().said(id, failed.module(), failed.output());
        told.of(failed.module(), ModuleState.FAILED, ChangeDetail.of(failed));
      }
      case ModuleSkipped skipped -> {
        rows.plan().change(id, skipped.module(), row -> row.skipped(skipped, at));
        rows.failedProducers().skipped(skipped);
        told.of(skipped.module(), ModuleState.SKIPPED, ChangeDetail.of(skipped));
      }
      case PreparationCancelled cancelled -> cancelled(upgrade, cancelled, told);
      case ModulesReenlisted reenlisted -> rows.plan().reenlisted(reenlisted);
      case PreparationReopened reopened -> reopened(upgrade, reopened, told);
      case ModuleRecovered recovered -> {
        recovered(upgrade, recovered, at);
        told.of(recovered.module(), ModuleState.PREPARED, "Published after the end.");
      }
      case PlatformUpgraded _,
          PlatformUpgradeFailed _,
          PreparationConfirmed _,
          SystemPublishStarted _,
          SystemPublishEnded _,
          PreparationRefused _,
          PreparationStarted _,
          PreparationPaused _,
          PreparationResumed _,
          PreparationEnded _ -> {
        // About the upgrade as a whole: its row says it.
      }
    }
  }

  private void requested(ModulePrepareRequested event, Telling told) {
    if (event.isSkip()) {
      return;
    }
    for (var module : event.modules()) {
      rows.plan().requested(event, module.module());
      told.of(module.module(), ModuleState.PREPARING, "Attempt %d.".formatted(event.attempt()));
    }
  }

  private void cancelled(UpgradeRow upgrade, PreparationCancelled event, Telling told) {
    var modules = rows.plan().change(upgrade.id(), PlanModule::isOpen);
    upgrade.moved(ModuleState.PENDING, ModuleState.CANCELLED, modules.size());
    for (var module : modules) {
      module.cancelled();
      told.of(module.key().module(), ModuleState.CANCELLED, ChangeDetail.of(event));
    }
  }

  private void reopened(UpgradeRow upgrade, PreparationReopened event, Telling told) {
    for (var module : rows.plan().change(upgrade.id(), PlanModule::isOpenOnceReopened)) {
      upgrade.moved(module.state(), ModuleState.PENDING, 1);
      module.reopened();
      rows.outputs().forgotten(module.key());
      told.of(module.key().module(), ModuleState.PENDING, ChangeDetail.of(event));
    }
    rows.failedProducers().reopened(upgrade.id());
  }

  private void recovered(UpgradeRow upgrade, ModuleRecovered event, Instant at) {
    var publish = event.publishId().preparation();
    var module = rows.plan().change(upgrade.id(), event.module());
    if (module != null) {
      if (module.isLeftBehind()) {
        upgrade.recovered(module.state());
      }
      module.recovered(
          event,
          at,
          rows.plan().find(publish, event.module()),
          rows.publishes().sourceOf(event.publishId(), event.module()));
    }
    rows.outputs()
        .saidIn(
            new ModuleInUpgrade(publish, event.module()),
            new ModuleInUpgrade(upgrade.id(), event.module()));
    rows.failedProducers().recovered(upgrade.id(), event.module());
  }

  /** Tells of the states that modules come to by one event. */
  private final class Telling {
    private final EnvironmentRow environment;
    private final PreparationEvent event;
    private final Instant at;

    Telling(EnvironmentRow environment, PreparationEvent event, Instant at) {
      this.environment = environment;
      this.event = event;
      this.at = at;
    }

    void of(ModuleId module, ModuleState state, String detail) {
      rows.changes().changed(environment, event.upgradeId(), module, state, at, detail);
    }
  }
}
