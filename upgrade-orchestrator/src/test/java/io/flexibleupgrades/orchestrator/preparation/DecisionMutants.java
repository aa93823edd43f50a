package io.flexibleupgrades.orchestrator.preparation;

import io.flexibleupgrades.events.FailureKind;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.PreparationEvent;
import io.flexibleupgrades.events.PreparationEvent.ModuleFailed;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepareRequested;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepared;
import io.flexibleupgrades.events.PreparationEvent.ModuleSkipped;
import io.flexibleupgrades.events.PreparationEvent.PreparationEnded;
import io.flexibleupgrades.events.PreparationEvent.PrepareAttemptFailed;
import io.flexibleupgrades.events.UnitId;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.GiveUp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** Deciders that draw a wrong conclusion from the end of an attempt. */
final class DecisionMutants {
  private DecisionMutants() {}

  /** Never has enough of faults. */
  static List<PreparationEvent> retryingForEver(
      PreparationCommand command, PreparationState state) {
    var events = PreparationDecider.decide(command, state);
    return command instanceof GiveUp(var unit, int attempt, var reason)
            && events.stream().anyMatch(ModuleFailed.class::isInstance)
        ? List.of(
            new PrepareAttemptFailed(
                Story.UPGRADE,
                Story.ENVIRONMENT,
                unit,
                attempt,
                FailureKind.INFRASTRUCTURE,
                reason))
        : events;
  }

  /** Treats a lost skip like a lost compile. */
  static List<PreparationEvent> failingLostSkips(
      PreparationCommand command, PreparationState state) {
    var events = PreparationDecider.decide(command, state);
    return command instanceof GiveUp(var unit, int attempt, _)
            && !events.isEmpty()
            && state instanceof Preparing preparing
            && isOpenSkip(preparing, unit)
        ? List.of(
            new ModuleFailed(
                Story.UPGRADE,
                Story.ENVIRONMENT,
                new ModuleId(unit.value()),
                attempt,
                FailureKind.INFRASTRUCTURE,
                Said.ERRORS))
        : events;
  }

  /** Prepares the members of a cycle that have no errors of their own. */
  static List<PreparationEvent> preparingSkippedMembers(
      PreparationCommand command, PreparationState state) {
    return replacing(
        command,
        state,
        (event, events) ->
            event instanceof ModuleSkipped skipped
                    && events.stream().anyMatch(ModuleFailed.class::isInstance)
                ? new ModulePrepared(
                    Story.UPGRADE,
                    Story.ENVIRONMENT,
                    skipped.module(),
                    skipped.attempt(),
                    Numbered.artifact(Numbered.of(skipped.module()), skipped.attempt()),
                    1,
                    Story.NEW,
                    Duration.ZERO,
                    Said.ERRORS)
                : event);
  }

  /** Skips those that consume the failed module directly, and nobody else. */
  static List<PreparationEvent> skippingDirectConsumers(
      PreparationCommand command, PreparationState state) {
    var events = PreparationDecider.decide(command, state);
    return state instanceof Preparing preparing
        ? events.stream()
            .filter(event ->
                !(event instanceof ModulePrepareRequested request)
                    || !request.isSkip()
                    || request.attempt() > 1
                    || consumesDirectly(preparing, request))
            .toList()
        : events;
  }

  /** Skips a unit that nothing stands against. */
  static List<PreparationEvent> skippingBystanders(
      PreparationCommand command, PreparationState state) {
    var events = PreparationDecider.decide(command, state);
    var failed = failed(events);
    return !failed.isEmpty() && state instanceof Preparing p && !p.ready().ranks().isEmpty()
        ? plus(
            events,
            Requests.skip(
                p,
                p.plan().unitAtRank(p.ready().ranks().getFirst()),
                p.scope().firstAttempt(),
                failed))
        : events;
  }

  /** Skips a consumer for each of its failed producers. */
  static List<PreparationEvent> skippingAgain(PreparationCommand command, PreparationState state) {
    var events = PreparationDecider.decide(command, state);
    var failed = failed(events);
    if (failed.isEmpty() || !(state instanceof Preparing p)) {
      return events;
    }
    int unit = p.plan().unitOf(Objects.requireNonNull(p.plan().module(failed.getFirst())));
    for (int consumer : p.plan().consumers(unit, _ -> true)) {
      if (p.open().get(consumer) != null) {
        return plus(events, Requests.skip(p, consumer, 1, failed));
      }
    }
    return events;
  }

  /** Ends when all but one module are settled. */
  static List<PreparationEvent> endingEarly(PreparationCommand command, PreparationState state) {
    var events = PreparationDecider.decide(command, state);
    PreparationState after = state;
    for (var event : events) {
      after = PreparationEvolution.evolve(after, event);
    }
    return after instanceof Preparing p && p.settled().count() == p.plan().moduleCount() - 1
        ? plus(
            events,
            new PreparationEnded(
                Story.UPGRADE,
                Story.ENVIRONMENT,
                p.preparedModules(),
                p.failedModules(),
                p.skippedModules()))
        : events;
  }

  static List<PreparationEvent> neverEnding(PreparationCommand command, PreparationState state) {
    return PreparationDecider.decide(command, state).stream()
        .filter(event -> !(event instanceof PreparationEnded))
        .toList();
  }

  static List<PreparationEvent> miscounting(PreparationCommand command, PreparationState state) {
    return replacing(
        command,
        state,
        (event, _) ->
            event instanceof PreparationEnded e
                ? new PreparationEnded(
                    e.upgradeId(), e.environment(), e.prepared(), e.failed() + e.skipped(), 0)
                : event);
  }

  private static boolean isOpenSkip(Preparing state, UnitId unit) {
    var open = state.open().get(Objects.requireNonNull(state.plan().unit(unit)));
    return open != null && !open.failedProducers().isEmpty();
  }

  private static boolean consumesDirectly(Preparing state, ModulePrepareRequested request) {
    var plan = state.plan();
    int unit = Objects.requireNonNull(plan.unit(request.unit()));
    return request.failedProducers().stream()
        .map(failed -> plan.unitOf(Objects.requireNonNull(plan.module(failed))))
        .anyMatch(failed -> IntStream.of(plan.consumers(failed)).anyMatch(c -> c == unit));
  }

  private static List<ModuleId> failed(List<PreparationEvent> events) {
    return events.stream()
        .filter(ModuleFailed.class::isInstance)
        .map(event -> ((ModuleFailed) event).module())
        .toList();
  }

  private static List<PreparationEvent> plus(List<PreparationEvent> events, PreparationEvent last) {
    var more = new ArrayList<>(events);
    more.add(last);
    return more;
  }

  private static List<PreparationEvent> replacing(
      PreparationCommand command,
      PreparationState state,
      BiFunction<PreparationEvent, List<PreparationEvent>, PreparationEvent> change) {
    var events = PreparationDecider.decide(command, state);
    return events.stream().map(event -> change.apply(event, events)).toList();
  }
}
