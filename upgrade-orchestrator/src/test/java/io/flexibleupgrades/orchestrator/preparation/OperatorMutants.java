package io.flexibleupgrades.orchestrator.preparation;

import io.flexibleupgrades.events.FailureKind;
import io.flexibleupgrades.events.PreparationEvent;
import io.flexibleupgrades.events.PreparationEvent.ModuleFailed;
import io.flexibleupgrades.events.PreparationEvent.PreparationPaused;
import io.flexibleupgrades.events.PreparationEvent.SystemPublishStarted;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.BeginSystemPublish;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Cancel;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Dispatch;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.FinishPlatformUpgrade;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Report;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Retry;
import io.flexibleupgrades.orchestrator.preparation.PreparationState.Ended;
import io.flexibleupgrades.orchestrator.preparation.Stage.PublishingSystem;
import io.flexibleupgrades.orchestrator.preparation.UnitState.Requested;
import java.util.ArrayList;
import java.util.List;

/** Deciders that do not do what operators ask for. */
final class OperatorMutants {
  private OperatorMutants() {}

  /** Goes on requesting while it is paused. */
  static List<PreparationEvent> ignoringPauses(PreparationCommand command, PreparationState state) {
    return PreparationDecider.decide(
        command, command instanceof Dispatch || command instanceof Retry ? resumed(state) : state);
  }

  /** Fails what is being compiled when it is cancelled. */
  static List<PreparationEvent> failingCancelled(
      PreparationCommand command, PreparationState state) {
    var events = PreparationDecider.decide(command, state);
    if (!(command instanceof Cancel) || !(state instanceof Preparing preparing)) {
      return events;
    }
    var more = new ArrayList<PreparationEvent>(events);
    for (int unit = 0; unit < preparing.plan().unitCount(); unit++) {
      if (preparing.open().get(unit) instanceof Requested(int attempt, _)) {
        for (var module : preparing.plan().memberIds(unit)) {
          more.add(
              new ModuleFailed(
                  Story.UPGRADE,
                  Story.ENVIRONMENT,
                  module,
                  attempt,
                  FailureKind.INFRASTRUCTURE,
                  Said.ERRORS));
        }
      }
    }
    return more;
  }

  /** Lets workers settle what they were asked for before it was cancelled. */
  static List<PreparationEvent> hearingAfterCancel(
      PreparationCommand command, PreparationState state) {
    return PreparationDecider.decide(command, command instanceof Report ? revived(state) : state);
  }

  /** Lets timers request again what was cancelled. */
  static List<PreparationEvent> retryingAfterCancel(
      PreparationCommand command, PreparationState state) {
    return PreparationDecider.decide(command, command instanceof Retry ? revived(state) : state);
  }

  /** Starts on premises, too, without being told to. */
  static List<PreparationEvent> notAsking(PreparationCommand command, PreparationState state) {
    return PreparationDecider.decide(
        command instanceof FinishPlatformUpgrade(var from, var to, _)
            ? new FinishPlatformUpgrade(from, to, true)
            : command,
        state);
  }

  /** Publishes system modules in any order. */
  static List<PreparationEvent> publishingInAnyOrder(
      PreparationCommand command, PreparationState state) {
    return command instanceof BeginSystemPublish(var task, var publish)
            && state instanceof Preparing preparing
            && preparing.stage() instanceof PublishingSystem(_, var running, _)
            && running == null
        ? List.of(new SystemPublishStarted(Story.UPGRADE, Story.ENVIRONMENT, task, publish))
        : PreparationDecider.decide(command, state);
  }

  /** Returns rules that forget a pause when the process that heard of it ends. */
  static PreparationRules forgettingPauses() {
    return new PreparationRules() {
      private boolean isRefolding;

      @Override
      public List<PreparationEvent> decide(PreparationCommand command, PreparationState state) {
        isRefolding = false;
        return PreparationDecider.decide(command, state);
      }

      @Override
      public PreparationState evolve(PreparationState state, PreparationEvent event) {
        return isRefolding && event instanceof PreparationPaused
            ? state
            : PreparationEvolution.evolve(state, event);
      }

      @Override
      public PreparationRules restarted() {
        isRefolding = true;
        return this;
      }
    };
  }

  private static PreparationState resumed(PreparationState state) {
    return state instanceof Preparing preparing && preparing.stage() instanceof Stage.Paused
        ? preparing.in(new Stage.Started())
        : state;
  }

  private static PreparationState revived(PreparationState state) {
    return state instanceof Ended(_, var end, var left)
            && left != null
            && end == PreparationEnd.CANCELLED
        ? resumed(left)
        : state;
  }
}
