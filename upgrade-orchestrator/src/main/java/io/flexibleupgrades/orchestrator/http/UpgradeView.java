package io.flexibleupgrades.orchestrator.http;

import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.PlatformVersion;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.orchestrator.preparation.PreparationState;
import io.flexibleupgrades.orchestrator.preparation.PreparationState.Ended;
import io.flexibleupgrades.orchestrator.preparation.PreparationState.NotStarted;
import io.flexibleupgrades.orchestrator.preparation.PreparationState.Planned;
import io.flexibleupgrades.orchestrator.preparation.Preparing;

/** An upgrade as the orchestrator knows it: the truth, without the details that views add. */
record UpgradeView(
    UpgradeId upgradeId,
    EnvironmentName environment,
    String state,
    int total,
    int prepared,
    int failed,
    int skipped) {

  static UpgradeView of(UpgradeId upgrade, EnvironmentName environment, PreparationState state) {
    var progress = Progress.of(state);
    return new UpgradeView(
        upgrade,
        environment,
        progress.state,
        progress.total,
        progress.prepared,
        progress.failed,
        progress.skipped);
  }

  /** A newly started upgrade. */
  record Started(
      UpgradeId upgradeId,
      EnvironmentName environment,
      PlatformVersion from,
      PlatformVersion to,
      String state,
      boolean alreadyStarted) {}

  /** How far an upgrade is. */
  record Progress(String state, int total, int prepared, int failed, int skipped) {
    static Progress of(PreparationState state) {
      return switch (state) {
        case NotStarted _ -> new Progress("upgrading", 0, 0, 0, 0);
        case Planned planned -> new Progress("upgrading", planned.enlisted().size(), 0, 0, 0);
        case Preparing preparing ->
            new Progress(
                preparing.started() ? "preparing" : "awaiting-confirmation",
                preparing.plan().moduleCount(),
                preparing.preparedModules(),
                preparing.failedModules(),
                preparing.skippedModules());
        case Ended ended ->
            new Progress(
                ended.result().toString(),
                ended.total(),
                ended.prepared(),
                ended.failed(),
                ended.skipped());
      };
    }
  }
}
