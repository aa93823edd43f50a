package io.flexibleupgrades.orchestrator.preparation;

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
}
