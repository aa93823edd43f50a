package io.flexibleupgrades.orchestrator.preparation;

import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.PreparationEvent;
import io.flexibleupgrades.events.PreparationEvent.ModuleFailed;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepareRequested;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepared;
import io.flexibleupgrades.events.PreparationEvent.ModuleSkipped;
import io.flexibleupgrades.events.PreparationEvent.ModulesEnlisted;
import io.flexibleupgrades.events.PreparationEvent.ModulesExcluded;
import io.flexibleupgrades.events.PreparationEvent.PlatformUpgradeFailed;
import io.flexibleupgrades.events.PreparationEvent.PlatformUpgraded;
import io.flexibleupgrades.events.PreparationEvent.PreparationEnded;
import io.flexibleupgrades.events.PreparationEvent.PreparationStarted;
import io.flexibleupgrades.events.PreparationEvent.PrepareAttemptFailed;
import io.flexibleupgrades.events.UpgradeResult;
import io.flexibleupgrades.orchestrator.plan.PreparationPlan;
import io.flexibleupgrades.orchestrator.preparation.PreparationState.Ended;
import io.flexibleupgrades.orchestrator.preparation.PreparationState.NotStarted;
import io.flexibleupgrades.orchestrator.preparation.PreparationState.Planned;
import io.flexibleupgrades.orchestrator.preparation.UnitState.Requested;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.pcollections.TreePVector;

/** Folds the events of one preparation. Never rejects: what was stored has happened. */
public final class PreparationEvolution {
  private PreparationEvolution() {}

  /** Returns the state before the first event. */
  public static PreparationState initial() {
    return new NotStarted();
  }

  /** Returns the state after an event that was stored. */
  public static PreparationState evolve(PreparationState state, PreparationEvent event) {
    return switch (event) {
      case ModulesEnlisted enlisted -> enlisted(state, enlisted);
      case ModulesExcluded _ -> state;
      case PlatformUpgraded upgraded -> upgraded(state, upgraded);
      case PlatformUpgradeFailed failed ->
          new Ended(failed.upgradeId(), UpgradeResult.ERROR, 0, 0, 0, 0);
      case PreparationStarted _ -> state instanceof Preparing before ? before.begun() : state;
      case ModulePrepareRequested request ->
          withUnit(
              state,
              plan -> numberOr(plan.unit(request.unit())),
              (before, unit) ->
                  before.requested(
                      unit, new Requested(request.attempt(), request.failedProducers())));
      case PrepareAttemptFailed failed ->
          withUnit(state, plan -> numberOr(plan.unit(failed.unit())), Preparing::attemptFailed);
      case ModulePrepared prepared ->
          withModule(
              state,
              prepared.module(),
              (before, module) -> before.modulePrepared(module, prepared.artifact()));
      case ModuleFailed failed -> withModule(state, failed.module(), Preparing::moduleFailed);
      case ModuleSkipped skipped -> withModule(state, skipped.module(), Preparing::moduleSkipped);
      case PreparationEnded ended -> ended(ended);
    };
  }

  private static PreparationState enlisted(PreparationState state, ModulesEnlisted event) {
    return switch (state) {
      case NotStarted _ ->
          new Planned(event.upgradeId(), event.environment(), TreePVector.from(event.modules()));
      case Planned before ->
          new Planned(
              before.upgradeId(), before.environment(), before.enlisted().plusAll(event.modules()));
      case Preparing _, Ended _ -> state;
    };
  }

  private static PreparationState upgraded(PreparationState state, PlatformUpgraded event) {
    return state instanceof Planned planned
        ? Preparing.at(
            new Scope(
                event.upgradeId(),
                event.environment(),
                event.to(),
                PreparationPlan.of(planned.enlisted())))
        : state;
  }

  private static PreparationState ended(PreparationEnded event) {
    int total = event.prepared() + event.failed() + event.skipped();
    var result = event.prepared() == total ? UpgradeResult.READY : UpgradeResult.READY_WITH_ERRORS;
    return new Ended(
        event.upgradeId(), result, total, event.prepared(), event.failed(), event.skipped());
  }

  private static PreparationState withModule(
      PreparationState state, ModuleId module, BiFunction<Preparing, Integer, Preparing> change) {
    return withUnit(state, plan -> numberOr(plan.module(module)), change);
  }

  private static PreparationState withUnit(
      PreparationState state,
      ToIntFunction<PreparationPlan> number,
      BiFunction<Preparing, Integer, Preparing> change) {
    if (state instanceof Preparing before) {
      int found = number.applyAsInt(before.plan());
      return found < 0 ? state : change.apply(before, found);
    }
    return state;
  }

  private static int numberOr(@Nullable Integer number) {
    return number == null ? -1 : number;
  }
}
