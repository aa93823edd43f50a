package io.flexibleupgrades.orchestrator.preparation;

import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.FailureKind;
import io.flexibleupgrades.events.PreparationEvent;
import io.flexibleupgrades.events.PreparationEvent.ModulesEnlisted;
import io.flexibleupgrades.events.PreparationEvent.ModulesExcluded;
import io.flexibleupgrades.events.PreparationEvent.PlatformUpgradeFailed;
import io.flexibleupgrades.events.PreparationEvent.PlatformUpgraded;
import io.flexibleupgrades.events.PreparationEvent.PreparationEnded;
import io.flexibleupgrades.events.PreparationEvent.PreparationStarted;
import io.flexibleupgrades.events.PrepareOutcome;
import io.flexibleupgrades.events.UnitId;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.orchestrator.environment.RejectedException;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Begin;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.BeginPublish;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.BeginSystemPublish;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Cancel;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Confirm;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Dispatch;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.EndSystemPublish;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Enlist;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.FailPlatformUpgrade;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.FinishPlatformUpgrade;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.GiveUp;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Pause;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Recover;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Refuse;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Reopen;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Report;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Resume;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Retry;
import io.flexibleupgrades.orchestrator.preparation.PreparationState.NotStarted;
import io.flexibleupgrades.orchestrator.preparation.PreparationState.Planned;
import io.flexibleupgrades.orchestrator.preparation.UnitState.AwaitingRetry;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules of one preparation: producers before consumers, a failed producer skips its consumers,
 * each module settles once, and only the latest attempt's outcome counts.
 *
 * <p>A pure function of its arguments. Messages and timers come at least once and late, so a word
 * about an attempt that no longer counts is not an error: it decides nothing.
 */
public final class PreparationDecider {
  /** How often a unit is requested again after faults of the infrastructure. */
  public static final int MOST_RETRIES = 3;

  /** How many modules one event enlists or excludes at most. */
  static final int CHUNK = 500;

  private PreparationDecider() {}

  /**
   * Returns the events to append, in order; empty if the command changes nothing.
   *
   * @throws RejectedException if what an operator asks for does not fit where the preparation
   *     stands
   */
  public static List<PreparationEvent> decide(PreparationCommand command, PreparationState state) {
    return switch (command) {
      case Enlist enlist -> state instanceof NotStarted ? enlist(enlist) : List.of();
      case FinishPlatformUpgrade finish ->
          state instanceof Planned planned ? finish(finish, planned) : List.of();
      case BeginPublish(var platform) ->
          state instanceof Planned planned
              ? List.of(
                  new PreparationStarted(planned.upgradeId(), planned.environment(), platform))
              : List.of();
      case FailPlatformUpgrade(var reason) ->
          state instanceof Planned planned
              ? List.of(
                  new PlatformUpgradeFailed(planned.upgradeId(), planned.environment(), reason))
              : List.of();
      case Dispatch(int room) ->
          state instanceof Preparing preparing && preparing.isDispatching()
              ? dispatch(room, preparing)
              : List.of();
      case Report(var outcome) -> report(outcome, state);
      case GiveUp(var unit, int attempt, var reason) ->
          CurrentAttempt.of(state, unit, attempt)
              .map(AttemptDecider::new)
              .map(decider -> decider.failed(FailureKind.INFRASTRUCTURE, reason))
              .orElse(List.of());
      case Retry(var unit, int attempt) -> retry(unit, attempt, state);
      case Confirm(var requestedBy) -> SystemTaskDecider.confirm(requestedBy, state);
      case BeginSystemPublish begin -> SystemTaskDecider.begin(begin, state);
      case EndSystemPublish _ -> SystemTaskDecider.end(state);
      case Begin _ -> SystemTaskDecider.allDone(state);
      case Refuse(var reason) -> SystemTaskDecider.refuse(reason, state);
      case Pause pause -> OperatorDecider.pause(pause, state);
      case Resume(var requestedBy) -> OperatorDecider.resume(requestedBy, state);
      case Cancel cancel -> OperatorDecider.cancel(cancel, state);
      case Reopen reopen -> ReopenDecider.reopen(reopen, state);
      case Recover recover -> ReopenDecider.recover(recover, state);
    };
  }

  private static List<PreparationEvent> enlist(Enlist command) {
    var events = new ArrayList<PreparationEvent>();
    for (var chunk : chunks(command.modules())) {
      events.add(new ModulesEnlisted(command.upgradeId(), command.environment(), chunk));
    }
    for (var chunk : chunks(command.excluded())) {
      events.add(new ModulesExcluded(command.upgradeId(), command.environment(), chunk));
    }
    return List.copyOf(events);
  }

  /** The first chunk may be empty: a stream begins with its plan, even if nothing is in scope. */
  static <T> List<List<T>> chunks(List<T> all) {
    var chunks = new ArrayList<List<T>>();
    for (int from = 0; from == 0 || from < all.size(); from += CHUNK) {
      chunks.add(all.subList(from, Math.min(all.size(), from + CHUNK)));
    }
    return chunks;
  }

  private static List<PreparationEvent> finish(FinishPlatformUpgrade command, Planned state) {
    var upgrade = state.upgradeId();
    var environment = state.environment();
    int modules = state.enlisted().size();
    var events = new ArrayList<PreparationEvent>();
    events.add(new PlatformUpgraded(upgrade, environment, command.from(), command.to(), modules));
    if (command.startsByItself()) {
      events.addAll(started(upgrade, environment, modules));
    }
    return List.copyOf(events);
  }

  /** Starts the second step, which is over at once if nothing is in scope. */
  static List<PreparationEvent> started(
      UpgradeId upgrade, EnvironmentName environment, int modules) {
    var started = new PreparationStarted(upgrade, environment);
    return modules == 0
        ? List.of(started, new PreparationEnded(upgrade, environment, 0, 0, 0))
        : List.of(started);
  }

  private static List<PreparationEvent> dispatch(int room, Preparing state) {
    var events = new ArrayList<PreparationEvent>();
    var ranks = state.ready().ranks().iterator();
    while (events.size() < room && ranks.hasNext()) {
      int unit = state.plan().unitAtRank(ranks.next());
      events.add(Requests.compile(state, unit, state.scope().firstAttempt()));
    }
    return List.copyOf(events);
  }

  private static List<PreparationEvent> report(PrepareOutcome outcome, PreparationState state) {
    return CurrentAttempt.of(state, outcome.unit(), outcome.attempt())
        .filter(current -> current.isOf(outcome.platform()))
        .map(AttemptDecider::new)
        .map(decider -> decider.reported(outcome.results()))
        .orElse(List.of());
  }

  private static List<PreparationEvent> retry(UnitId unitId, int attempt, PreparationState state) {
    if (!(state instanceof Preparing preparing) || !preparing.isDispatching()) {
      return List.of();
    }
    var unit = preparing.plan().unit(unitId);
    if (unit == null
        || !(preparing.open().get(unit) instanceof AwaitingRetry(int failed, var failedProducers))
        || failed != attempt) {
      return List.of();
    }
    return List.of(
        failedProducers.isEmpty()
            ? Requests.compile(preparing, unit, attempt + 1)
            : Requests.skip(preparing, unit, attempt + 1, failedProducers));
  }
}
