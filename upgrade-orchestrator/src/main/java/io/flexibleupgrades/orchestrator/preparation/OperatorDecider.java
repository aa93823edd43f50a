package io.flexibleupgrades.orchestrator.preparation;

import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.PreparationEvent;
import io.flexibleupgrades.events.PreparationEvent.PreparationCancelled;
import io.flexibleupgrades.events.PreparationEvent.PreparationPaused;
import io.flexibleupgrades.events.PreparationEvent.PreparationResumed;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.orchestrator.environment.RejectedException;
import io.flexibleupgrades.orchestrator.environment.RejectedException.Rule;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Cancel;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Pause;
import io.flexibleupgrades.orchestrator.preparation.PreparationState.Ended;
import io.flexibleupgrades.orchestrator.preparation.PreparationState.Planned;
import io.flexibleupgrades.orchestrator.preparation.Stage.AwaitingConfirmation;
import io.flexibleupgrades.orchestrator.preparation.Stage.Paused;
import io.flexibleupgrades.orchestrator.preparation.Stage.PublishingSystem;
import io.flexibleupgrades.orchestrator.preparation.Stage.Started;
import java.util.List;

/** The rules of pausing, resuming and cancelling. Asking for what is so already changes nothing. */
final class OperatorDecider {
  private OperatorDecider() {}

  static List<PreparationEvent> pause(Pause command, PreparationState state) {
    var preparing = underWay(state);
    var scope = preparing.scope();
    return switch (preparing.stage()) {
      case Started _ ->
          List.of(
              new PreparationPaused(
                  scope.upgradeId(), scope.environment(), command.requestedBy(), command.reason()));
      case Paused _ -> List.of();
      case AwaitingConfirmation _, PublishingSystem _ -> throw notPreparing();
    };
  }

  static List<PreparationEvent> resume(String requestedBy, PreparationState state) {
    var preparing = underWay(state);
    var scope = preparing.scope();
    return switch (preparing.stage()) {
      case Paused _ ->
          List.of(new PreparationResumed(scope.upgradeId(), scope.environment(), requestedBy));
      case Started _ -> List.of();
      case AwaitingConfirmation _, PublishingSystem _ -> throw notPreparing();
    };
  }

  static List<PreparationEvent> cancel(Cancel command, PreparationState state) {
    return switch (state) {
      case Planned(var upgrade, var environment, _) -> cancelled(upgrade, environment, command);
      case Preparing preparing ->
          cancelled(preparing.scope().upgradeId(), preparing.scope().environment(), command);
      case Ended ended when ended.end() == PreparationEnd.CANCELLED -> List.of();
      case Ended ended -> throw hasEnded(ended);
      case PreparationState.NotStarted _, PreparationState.Reopening _ -> List.of();
    };
  }

  static RejectedException hasEnded(Ended ended) {
    return new RejectedException(
        Rule.UPGRADE_ENDED,
        "Upgrade %s has ended (%s). To prepare what is not prepared: flexup prepare --env …"
            .formatted(ended.upgradeId(), ended.end().state()));
  }

  private static List<PreparationEvent> cancelled(
      UpgradeId upgrade, EnvironmentName environment, Cancel command) {
    return List.of(
        new PreparationCancelled(upgrade, environment, command.requestedBy(), command.reason()));
  }

  private static Preparing underWay(PreparationState state) {
    return switch (state) {
      case Preparing preparing -> preparing;
      case Ended ended -> throw hasEnded(ended);
      case PreparationState.NotStarted _, Planned _, PreparationState.Reopening _ ->
          throw notPreparing();
    };
  }

  private static RejectedException notPreparing() {
    return new RejectedException(
        Rule.NOT_PREPARING,
        "The preparation has not started yet, so it cannot be paused or resumed. To give the"
            + " upgrade up: flexup cancel --env …");
  }
}
