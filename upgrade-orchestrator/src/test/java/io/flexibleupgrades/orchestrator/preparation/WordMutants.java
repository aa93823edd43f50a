package io.flexibleupgrades.orchestrator.preparation;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.FailureKind;
import io.flexibleupgrades.events.PreparationEvent;
import io.flexibleupgrades.events.PreparationEvent.PrepareAttemptFailed;
import io.flexibleupgrades.events.PrepareOutcome;
import io.flexibleupgrades.events.PrepareOutcome.Failed;
import io.flexibleupgrades.events.PrepareOutcome.Result;
import io.flexibleupgrades.events.PrepareOutcome.Skipped;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.GiveUp;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Report;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Retry;
import io.flexibleupgrades.orchestrator.preparation.UnitState.Requested;
import java.util.List;

/** Deciders that listen wrongly to what workers and timers say. */
final class WordMutants {
  private WordMutants() {}

  /** Takes a word on any attempt for one on the latest. */
  static List<PreparationEvent> ignoringAttempts(
      PreparationCommand command, PreparationState state) {
    if (command instanceof Report(var outcome)
        && state instanceof Preparing preparing
        && preparing.open().get(unit(preparing, outcome)) instanceof Requested(int attempt, _)) {
      return decide(with(outcome, attempt, outcome.platform(), outcome.results()), state);
    }
    return decide(command, state);
  }

  /** Takes what was compiled with any platform. */
  static List<PreparationEvent> ignoringPlatforms(
      PreparationCommand command, PreparationState state) {
    return command instanceof Report(var outcome)
        ? decide(with(outcome, outcome.attempt(), Story.NEW.digest(), outcome.results()), state)
        : decide(command, state);
  }

  /** Forgets that a unit is settled. */
  static List<PreparationEvent> ignoringSettlements(
      PreparationCommand command, PreparationState state) {
    if (command instanceof Report(var outcome)
        && state instanceof Preparing p
        && unit(p, outcome) >= 0
        && p.settled().contains(p.plan().members(unit(p, outcome))[0])) {
      int unit = unit(p, outcome);
      var open = p.open().requested(unit, new Requested(outcome.attempt(), List.of()));
      return decide(
          command,
          new Preparing(p.scope(), p.stage(), open, p.ready(), p.settled(), p.latestAttempt()));
    }
    return decide(command, state);
  }

  static List<PreparationEvent> neverRetrying(PreparationCommand command, PreparationState state) {
    return command instanceof Retry ? List.of() : decide(command, state);
  }

  static List<PreparationEvent> neverGivingUp(PreparationCommand command, PreparationState state) {
    return command instanceof GiveUp ? List.of() : decide(command, state);
  }

  /** Asks once more for what did not compile. */
  static List<PreparationEvent> retryingCompileErrors(
      PreparationCommand command, PreparationState state) {
    var events = decide(command, state);
    return command instanceof Report(var outcome)
            && outcome.attempt() == 1
            && !events.isEmpty()
            && outcome.results().stream().anyMatch(WordMutants::isCompileError)
        ? List.of(
            new PrepareAttemptFailed(
                outcome.upgradeId(),
                outcome.environment(),
                outcome.unit(),
                outcome.attempt(),
                FailureKind.INFRASTRUCTURE,
                "again"))
        : events;
  }

  /** Blames every member for the errors of one. */
  static List<PreparationEvent> failingWholeCycles(
      PreparationCommand command, PreparationState state) {
    if (command instanceof Report(var outcome)
        && outcome.results().stream().anyMatch(WordMutants::isCompileError)) {
      var results =
          outcome.results().stream()
              .map(result ->
                  result instanceof Skipped skipped
                      ? new Failed(skipped.module(), FailureKind.COMPILE, Said.ERRORS)
                      : result)
              .toList();
      return decide(with(outcome, outcome.attempt(), outcome.platform(), results), state);
    }
    return decide(command, state);
  }

  private static List<PreparationEvent> decide(PreparationCommand command, PreparationState state) {
    return PreparationDecider.decide(command, state);
  }

  private static int unit(Preparing state, PrepareOutcome outcome) {
    var unit = state.plan().unit(outcome.unit());
    return unit == null ? -1 : unit;
  }

  private static boolean isCompileError(Result result) {
    return result instanceof Failed failed && failed.kind() == FailureKind.COMPILE;
  }

  private static Report with(
      PrepareOutcome outcome, int attempt, Digest platform, List<? extends Result> results) {
    return Said.of(outcome.unit().value(), attempt, platform, results.toArray(Result[]::new));
  }
}
