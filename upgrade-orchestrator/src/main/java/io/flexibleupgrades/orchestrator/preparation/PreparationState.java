package io.flexibleupgrades.orchestrator.preparation;

import io.flexibleupgrades.events.EnlistedModule;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.events.UpgradeResult;
import org.pcollections.PVector;

/** What a decision needs to know of the events so far. */
public sealed interface PreparationState
    permits PreparationState.NotStarted,
        PreparationState.Planned,
        Preparing,
        PreparationState.Ended {

  /** The stream is empty. */
  record NotStarted() implements PreparationState {}

  /** The plan is frozen, and the first step is not yet recorded as finished. */
  record Planned(UpgradeId upgradeId, EnvironmentName environment, PVector<EnlistedModule> enlisted)
      implements PreparationState {}

  /** Nothing is left to do. */
  record Ended(
      UpgradeId upgradeId, UpgradeResult result, int total, int prepared, int failed, int skipped)
      implements PreparationState {}
}
