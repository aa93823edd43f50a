package io.flexibleupgrades.orchestrator.preparation;

import io.flexibleupgrades.events.EnlistedModule;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.UpgradeId;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;

/** What a decision needs to know of the events so far. */
public sealed interface PreparationState
    permits PreparationState.NotStarted,
        PreparationState.Planned,
        Preparing,
        PreparationState.Ended,
        PreparationState.Reopening {

  /** The stream is empty. */
  record NotStarted() implements PreparationState {}

  /** The plan is frozen, and the first step is not yet recorded as finished. */
  record Planned(UpgradeId upgradeId, EnvironmentName environment, PVector<EnlistedModule> enlisted)
      implements PreparationState {}

  /**
   * Nothing is left to do.
   *
   * @param left what the preparation came to, null if it never had a plan to follow
   */
  record Ended(UpgradeId upgradeId, PreparationEnd end, @Nullable Preparing left)
      implements PreparationState {}

  /** An ended preparation of which modules are being named that are open again. */
  record Reopening(Preparing left, PVector<EnlistedModule> reenlisted)
      implements PreparationState {}

  /** Returns what is known of the plan's modules, null before and without a plan to follow. */
  default @Nullable Preparing progress() {
    return switch (this) {
      case Preparing preparing -> preparing;
      case Ended(_, _, var left) -> left;
      case Reopening(var left, _) -> left;
      case NotStarted _, Planned _ -> null;
    };
  }
}
