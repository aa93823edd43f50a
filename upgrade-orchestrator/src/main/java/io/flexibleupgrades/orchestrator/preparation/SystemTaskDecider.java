package io.flexibleupgrades.orchestrator.preparation;

import io.flexibleupgrades.events.PreparationEvent;
import io.flexibleupgrades.events.PreparationEvent.PreparationConfirmed;
import io.flexibleupgrades.events.PreparationEvent.PreparationRefused;
import io.flexibleupgrades.events.PreparationEvent.SystemPublishEnded;
import io.flexibleupgrades.events.PreparationEvent.SystemPublishStarted;
import io.flexibleupgrades.orchestrator.environment.RejectedException;
import io.flexibleupgrades.orchestrator.environment.RejectedException.Rule;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.BeginSystemPublish;
import io.flexibleupgrades.orchestrator.preparation.PreparationState.Ended;
import io.flexibleupgrades.orchestrator.preparation.Stage.AwaitingConfirmation;
import io.flexibleupgrades.orchestrator.preparation.Stage.PublishingSystem;
import java.util.ArrayList;
import java.util.List;

/** The rules of what happens on premises between the platform upgrade and the preparation. */
final class SystemTaskDecider {
  private SystemTaskDecider() {}

  /** Agrees to the tasks; agreeing again, and to what has begun, changes nothing. */
  static List<PreparationEvent> confirm(String requestedBy, PreparationState state) {
    if (state instanceof Preparing preparing) {
      var scope = preparing.scope();
      return preparing.stage() instanceof AwaitingConfirmation
          ? List.of(new PreparationConfirmed(scope.upgradeId(), scope.environment(), requestedBy))
          : List.of();
    }
    if (state instanceof Ended ended) {
      throw OperatorDecider.hasEnded(ended);
    }
    throw new RejectedException(
        Rule.NOT_AWAITING_CONFIRMATION,
        "The platform upgrade has not finished yet; there is nothing to confirm. Try again in a"
            + " moment.");
  }

  static List<PreparationEvent> begin(BeginSystemPublish command, PreparationState state) {
    return state instanceof Preparing preparing
            && preparing.stage() instanceof PublishingSystem publishing
            && publishing.next() == command.task()
        ? List.of(
            new SystemPublishStarted(
                preparing.scope().upgradeId(),
                preparing.scope().environment(),
                command.task(),
                command.publish()))
        : List.of();
  }

  static List<PreparationEvent> end(PreparationState state) {
    if (state instanceof Preparing preparing
        && preparing.stage() instanceof PublishingSystem(_, var running, _)
        && running != null) {
      var scope = preparing.scope();
      return List.of(new SystemPublishEnded(scope.upgradeId(), scope.environment(), running));
    }
    return List.of();
  }

  /** Starts the preparation if all tasks are done. */
  static List<PreparationEvent> allDone(PreparationState state) {
    if (!(state instanceof Preparing preparing)
        || !(preparing.stage() instanceof PublishingSystem publishing)
        || !publishing.isDone()) {
      return List.of();
    }
    var events =
        new ArrayList<>(
            PreparationDecider.started(
                preparing.scope().upgradeId(),
                preparing.scope().environment(),
                preparing.plan().moduleCount()));
    events.addAll(BlockedUnits.skips(preparing));
    return List.copyOf(events);
  }

  static List<PreparationEvent> refuse(String reason, PreparationState state) {
    return state instanceof Preparing preparing && preparing.stage() instanceof PublishingSystem
        ? List.of(
            new PreparationRefused(
                preparing.scope().upgradeId(), preparing.scope().environment(), reason))
        : List.of();
  }
}
