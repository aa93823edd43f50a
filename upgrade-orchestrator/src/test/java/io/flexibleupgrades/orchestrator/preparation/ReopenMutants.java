package io.flexibleupgrades.orchestrator.preparation;

import io.flexibleupgrades.events.EnlistedModule;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.PreparationEvent;
import io.flexibleupgrades.events.PreparationEvent.ModuleFailed;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepareRequested;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepared;
import io.flexibleupgrades.events.PreparationEvent.ModuleRecovered;
import io.flexibleupgrades.events.PreparationEvent.PreparationReopened;
import io.flexibleupgrades.events.PreparationEvent.PrepareAttemptFailed;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Begin;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Reopen;
import io.flexibleupgrades.orchestrator.preparation.PreparationState.Ended;
import io.flexibleupgrades.orchestrator.preparation.PreparationState.Reopening;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Rules that go wrong after the end, or when a preparation goes on after it. */
final class ReopenMutants {
  private ReopenMutants() {}

  /** Counts attempts from 1 again, so that late answers fit. */
  static PreparationState countingAttemptsAnew(PreparationState state, PreparationEvent event) {
    return event instanceof PreparationReopened && state instanceof Reopening reopening
        ? ReopenedModules.reopened(reopening, 1)
        : PreparationEvolution.evolve(state, event);
  }

  /** Forgets that a recovered module had failed. */
  static PreparationState countingRecoveredTwice(PreparationState state, PreparationEvent event) {
    if (event instanceof ModuleRecovered recovered
        && state instanceof Ended(var upgrade, var end, var left)
        && left != null) {
      int module = Objects.requireNonNull(left.plan().module(recovered.module()));
      return new Ended(upgrade, end, left.modulePrepared(module, recovered.artifact()));
    }
    return PreparationEvolution.evolve(state, event);
  }

  /** Releases consumers that are prepared already when their producer is prepared again. */
  static PreparationState releasingPrepared(PreparationState state, PreparationEvent event) {
    if (event instanceof ModulePrepared prepared && state instanceof Preparing before) {
      int module = Objects.requireNonNull(before.plan().module(prepared.module()));
      int unit = before.plan().unitOf(module);
      var after = before.modulePrepared(module, prepared.artifact());
      return after.settled().arePrepared(after.plan().members(unit))
          ? new Preparing(
              after.scope(),
              after.stage(),
              after.open(),
              before.ready().prepared(after.plan(), unit, SettledModules.none()),
              after.settled(),
              after.latestAttempt())
          : after;
    }
    return PreparationEvolution.evolve(state, event);
  }

  /** Allows three retries in all, not in each preparation. */
  static List<PreparationEvent> sharingRetries(PreparationCommand command, PreparationState state) {
    var events = PreparationDecider.decide(command, state);
    return events.size() == 1
            && events.getFirst() instanceof PrepareAttemptFailed failed
            && failed.attempt() > PreparationDecider.MOST_RETRIES
            && state instanceof Preparing p
            && !isSkip(p, failed)
        ? List.of(
            new ModuleFailed(
                Story.UPGRADE,
                Story.ENVIRONMENT,
                new ModuleId(failed.unit().value()),
                failed.attempt(),
                failed.kind(),
                Said.ERRORS))
        : events;
  }

  private static boolean isSkip(Preparing state, PrepareAttemptFailed event) {
    var open = state.open().get(Objects.requireNonNull(state.plan().unit(event.unit())));
    return open != null && !open.failedProducers().isEmpty();
  }

  /** Waits for a failure that happened in the preparation before. */
  static List<PreparationEvent> leavingBlocked(PreparationCommand command, PreparationState state) {
    var events = PreparationDecider.decide(command, state);
    return command instanceof Reopen || command instanceof Begin
        ? events.stream().filter(event -> !(event instanceof ModulePrepareRequested)).toList()
        : events;
  }

  /** Skips what is behind a prepared consumer of a failed module. */
  static List<PreparationEvent> skippingPastPrepared(
      PreparationCommand command, PreparationState state) {
    var events = new ArrayList<>(PreparationDecider.decide(command, state));
    var failed = new ArrayList<ModuleId>();
    for (var event : events) {
      if (event instanceof ModuleFailed failure) {
        failed.add(failure.module());
      }
    }
    if (!failed.isEmpty() && state instanceof Preparing p) {
      int unit = p.plan().unitOf(Objects.requireNonNull(p.plan().module(failed.getFirst())));
      for (int consumer : p.plan().consumers(unit, _ -> true)) {
        boolean isUntouched =
            p.open().get(consumer) == null && !p.settled().contains(p.plan().members(consumer)[0]);
        var skip = Requests.skip(p, consumer, p.scope().firstAttempt(), failed);
        if (isUntouched && !events.contains(skip)) {
          events.add(members(p, unit), skip);
        }
      }
    }
    return events;
  }

  private static int members(Preparing state, int unit) {
    return state.plan().members(unit).length;
  }

  /** Opens prepared modules, too. */
  static List<EnlistedModule> openingPrepared(
      Preparing left, Map<ModuleId, EnlistedModule> now, @Nullable Set<ModuleId> named) {
    return named == null
        ? List.copyOf(new TreeMap<>(now).values())
        : ReopenedModules.named(left, now, named);
  }

  /** Opens only what was named. */
  static List<EnlistedModule> openingOnlyNamed(
      Preparing left, Map<ModuleId, EnlistedModule> now, @Nullable Set<ModuleId> named) {
    var opened =
        named == null ? ReopenedModules.all(left, now) : ReopenedModules.named(left, now, named);
    return opened.stream()
        .filter(module -> named == null || named.contains(module.module()))
        .toList();
  }
}
