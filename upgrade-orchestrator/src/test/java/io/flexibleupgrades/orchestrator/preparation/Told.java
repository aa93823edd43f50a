package io.flexibleupgrades.orchestrator.preparation;

import io.flexibleupgrades.events.EnlistedModule;
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
import java.util.List;

/** Tells an event in a few words; {@code #n} is the attempt. */
final class Told {
  private Told() {}

  static String of(PreparationEvent event) {
    return switch (event) {
      case ModulesEnlisted e -> "enlisted " + e.modules().size();
      case ModulesExcluded e -> "excluded " + e.modules().size();
      case PlatformUpgraded e -> "platform upgraded to " + e.to().version();
      case PlatformUpgradeFailed e -> "platform upgrade failed: " + e.reason();
      case PreparationStarted _ -> "started";
      case PreparationConfirmed e -> "confirmed by " + e.requestedBy();
      case SystemPublishStarted e -> "publishing %s as %s".formatted(e.task(), e.publishId());
      case SystemPublishEnded e -> "published " + e.task();
      case PreparationRefused e -> "refused: " + e.reason();
      case PreparationPaused e -> "paused by %s: %s".formatted(e.requestedBy(), e.reason());
      case PreparationResumed e -> "resumed by " + e.requestedBy();
      case PreparationCancelled e -> "cancelled by %s: %s".formatted(e.requestedBy(), e.reason());
      case ModulesReenlisted e -> "again %s".formatted(names(e.modules()));
      case PreparationReopened e ->
          "reopened #%d %d %d %d"
              .formatted(e.firstAttempt(), e.prepared(), e.failed(), e.skipped());
      case ModuleRecovered e -> "recovered " + e.module();
      case ModulePrepareRequested e ->
          e.isSkip()
              ? "skip %s #%d of %s".formatted(e.unit(), e.attempt(), e.failedProducers())
              : "compile %s #%d".formatted(e.unit(), e.attempt());
      case PrepareAttemptFailed e ->
          "attempt failed %s #%d %s".formatted(e.unit(), e.attempt(), e.kind());
      case ModulePrepared e -> "prepared %s #%d".formatted(e.module(), e.attempt());
      case ModuleFailed e -> "failed %s #%d %s".formatted(e.module(), e.attempt(), e.kind());
      case ModuleSkipped e ->
          "skipped %s #%d of %s".formatted(e.module(), e.attempt(), e.failedProducers());
      case PreparationEnded e -> "ended %d %d %d".formatted(e.prepared(), e.failed(), e.skipped());
    };
  }

  private static List<ModuleId> names(List<EnlistedModule> modules) {
    return modules.stream().map(EnlistedModule::module).toList();
  }
}
