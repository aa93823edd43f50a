package io.flexibleupgrades.servicecenter.projection;

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
import java.time.Instant;

/**
 * What the preparation of a publish changes in the views. It is no change of a module's state in an
 * upgrade, and what it prepares counts once it is published.
 */
final class PublishViews {
  private final CollectedRows rows;

  PublishViews(CollectedRows rows) {
    this.rows = rows;
  }

  void apply(PreparationEvent event, Instant at) {
    var publish = event.upgradeId();
    switch (event) {
      case ModulesEnlisted enlisted ->
          enlisted.modules().forEach(module -> rows.plan().enlisted(publish, module));
      case ModulePrepareRequested requested -> {
        if (!requested.isSkip()) {
          requested.modules().forEach(module -> rows.plan().requested(requested, module.module()));
        }
      }
      case PrepareAttemptFailed failed ->
          rows.plan().change(publish, failed.unit()).forEach(PlanModule::released);
      case ModulePrepared prepared -> {
        rows.plan().change(publish, prepared.module(), row -> row.prepared(prepared, at));
        rows.outputs().said(publish, prepared.module(), prepared.output());
      }
      case ModuleFailed failed -> {
        rows.plan().change(publish, failed.module(), row -> row.failed(failed, at));
        rows.failedProducers().failed(publish, failed.module());
        rows.outputs().said(publish, failed.module(), failed.output());
      }
      case ModuleSkipped skipped -> {
        rows.plan().change(publish, skipped.module(), row -> row.skipped(skipped, at));
        rows.failedProducers().skipped(skipped);
      }
      case ModulesExcluded _,
          PlatformUpgraded _,
          PlatformUpgradeFailed _,
          PreparationConfirmed _,
          SystemPublishStarted _,
          SystemPublishEnded _,
          PreparationRefused _,
          PreparationStarted _,
          PreparationPaused _,
          PreparationResumed _,
          PreparationCancelled _,
          PreparationEnded _,
          ModulesReenlisted _,
          PreparationReopened _,
          ModuleRecovered _ -> {
        // Start and end of a publish stand in its environment's stream; the rest are an upgrade's.
      }
    }
  }
}
