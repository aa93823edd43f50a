package io.flexibleupgrades.orchestrator.preparation;

import io.flexibleupgrades.orchestrator.preparation.PreparationState.Ended;
import io.flexibleupgrades.orchestrator.preparation.PreparationState.NotStarted;
import io.flexibleupgrades.orchestrator.preparation.PreparationState.Planned;
import io.flexibleupgrades.orchestrator.preparation.PreparationState.Reopening;
import org.jspecify.annotations.Nullable;

/**
 * How far an upgrade is, in the words and numbers of the status.
 *
 * @param total modules in scope
 */
public record UpgradeProgress(String state, int total, int prepared, int failed, int skipped) {

  /** Returns how far it is in this state. */
  public static UpgradeProgress of(PreparationState state) {
    return switch (state) {
      case NotStarted _ -> counting("upgrading", null);
      case Planned planned -> new UpgradeProgress("upgrading", planned.enlisted().size(), 0, 0, 0);
      case Preparing preparing -> counting(word(preparing.stage()), preparing);
      case Reopening(var left, _) -> counting("preparing", left);
      case Ended(_, var end, var left) -> counting(end.state(), left);
    };
  }

  /** Returns how many modules are not settled. */
  public int unsettled() {
    return total - prepared - failed - skipped;
  }

  /** Returns how many of a hundred modules are settled, rounded down. */
  public int percentage() {
    return total == 0 ? 0 : (int) (100L * (total - unsettled()) / total);
  }

  private static String word(Stage stage) {
    return switch (stage) {
      case Stage.AwaitingConfirmation _ -> "awaiting-confirmation";
      case Stage.PublishingSystem _, Stage.Started _ -> "preparing";
      case Stage.Paused _ -> "paused";
    };
  }

  private static UpgradeProgress counting(String state, @Nullable Preparing progress) {
    return progress == null
        ? new UpgradeProgress(state, 0, 0, 0, 0)
        : new UpgradeProgress(
            state,
            progress.plan().moduleCount(),
            progress.preparedModules(),
            progress.failedModules(),
            progress.skippedModules());
  }
}
