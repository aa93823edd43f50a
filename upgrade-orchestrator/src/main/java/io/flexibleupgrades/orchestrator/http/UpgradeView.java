package io.flexibleupgrades.orchestrator.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.PlatformVersion;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.orchestrator.preparation.PreparationState;
import io.flexibleupgrades.orchestrator.preparation.UpgradeProgress;

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
    var progress = UpgradeProgress.of(state);
    return new UpgradeView(
        upgrade,
        environment,
        progress.state(),
        progress.total(),
        progress.prepared(),
        progress.failed(),
        progress.skipped());
  }

  /**
   * An upgrade that an operator steered.
   *
   * @param changed whether that changed something
   * @param message in a sentence
   */
  record Steered(@JsonUnwrapped UpgradeView upgrade, boolean changed, String message) {}

  /** A newly started upgrade. */
  record Started(
      UpgradeId upgradeId,
      EnvironmentName environment,
      PlatformVersion from,
      PlatformVersion to,
      String state,
      boolean alreadyStarted) {}
}
