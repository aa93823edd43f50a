package io.flexibleupgrades.orchestrator.preparation;

import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.Platform;
import io.flexibleupgrades.events.PreparationEvent;
import io.flexibleupgrades.events.PreparationEvent.ModuleFailed;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepareRequested;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepared;
import io.flexibleupgrades.events.PreparationEvent.ModuleRecovered;
import io.flexibleupgrades.events.PreparationEvent.ModuleSkipped;
import io.flexibleupgrades.events.PreparationEvent.ModulesEnlisted;
import io.flexibleupgrades.events.PreparationEvent.ModulesExcluded;
import io.flexibleupgrades.events.PreparationEvent.ModulesReenlisted;
import io.flexibleupgrades.events.PreparationEvent.PlatformUpgradeFailed;
import io.flexibleupgrades.events.PreparationEvent.PlatformUpgraded;
import io.flexibleupgrades.events.PreparationEvent.PreparationCancelled;
import io.flexibleupgrades.events.PreparationEvent.PreparationConfirmed;
import io.flexibleupgrades.events.PreparationEvent.PreparationEnded;
import io.flexibleupgrades.events.PreparationEvent.PreparationPaused;
import io.flexibleupgrades.events.PreparationEvent.PreparationRefused;
import io.flexibleupgrades.events.PreparationEvent.PreparationReopened;
import io.flexibleupgrades.events.PreparationEvent.PreparationResumed;
import io.flexibleupgrades.events.PreparationEvent.PreparationStarted;
import io.flexibleupgrades.events.PreparationEvent.PrepareAttemptFailed;
import io.flexibleupgrades.events.PreparationEvent.SystemPublishEnded;
import io.flexibleupgrades.events.PreparationEvent.SystemPublishStarted;
import io.flexibleupgrades.orchestrator.plan.PreparationPlan;
import io.flexibleupgrades.orchestrator.preparation.PreparationState.Ended;
import io.flexibleupgrades.orchestrator.preparation.PreparationState.NotStarted;
import io.flexibleupgrades.orchestrator.preparation.PreparationState.Planned;
import io.flexibleupgrades.orchestrator.preparation.PreparationState.Reopening;
import io.flexibleupgrades.orchestrator.preparation.Stage.AwaitingConfirmation;
import io.flexibleupgrades.orchestrator.preparation.Stage.Paused;
import io.flexibleupgrades.orchestrator.preparation.Stage.PublishingSystem;
import io.flexibleupgrades.orchestrator.preparation.Stage.Started;
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
      case PlatformUpgraded upgraded ->
          state instanceof Planned planned
              ? planned(planned, upgraded.to(), new AwaitingConfirmation())
              : state;
      case PlatformUpgradeFailed failed ->
          new Ended(failed.upgradeId(), PreparationEnd.PLATFORM_NOT_UPGRADED, null);
      case PreparationStarted started -> started(state, started);
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
      case PreparationEnded _ ->
          state instanceof Preparing before
              ? new Ended(
                  before.scope().upgradeId(),
                  before.isComplete() ? PreparationEnd.READY : PreparationEnd.READY_WITH_ERRORS,
                  before)
              : state;
      case PreparationConfirmed _ -> in(state, PublishingSystem.first());
      case SystemPublishStarted begun ->
          stage(state) instanceof PublishingSystem(int done, _, _)
              ? in(state, new PublishingSystem(done, begun.task(), begun.publishId()))
              : state;
      case SystemPublishEnded _ ->
          stage(state) instanceof PublishingSystem(int done, _, _)
              ? in(state, new PublishingSystem(done + 1, null, null))
              : state;
      case PreparationRefused _ ->
          state instanceof Preparing before
              ? new Ended(before.scope().upgradeId(), PreparationEnd.REFUSED, before)
              : state;
      case PreparationPaused _ -> in(state, new Paused());
      case PreparationResumed _ -> in(state, new Started());
      case PreparationCancelled cancelled -> cancelled(state, cancelled);
      case ModulesReenlisted again -> reenlisted(state, again);
      case PreparationReopened reopened ->
          state instanceof Reopening reopening
              ? ReopenedModules.reopened(reopening, reopened.firstAttempt())
              : state;
      case ModuleRecovered recovered -> recovered(state, recovered);
    };
  }

  private static PreparationState enlisted(PreparationState state, ModulesEnlisted event) {
    return switch (state) {
      case NotStarted _ ->
          new Planned(event.upgradeId(), event.environment(), TreePVector.from(event.modules()));
      case Planned before ->
          new Planned(
              before.upgradeId(), before.environment(), before.enlisted().plusAll(event.modules()));
      case Preparing _, Ended _, Reopening _ -> state;
    };
  }

  private static Preparing planned(Planned planned, Platform platform, Stage stage) {
    var plan = PreparationPlan.of(planned.enlisted());
    var scope = new Scope(planned.upgradeId(), planned.environment(), platform, plan, 1);
    return Preparing.at(scope, stage, SettledModules.none(), 0);
  }

  private static PreparationState started(PreparationState state, PreparationStarted event) {
    var platform = event.platform();
    return state instanceof Planned planned && platform != null
        ? planned(planned, platform, new Started())
        : in(state, new Started());
  }

  private static @Nullable Stage stage(PreparationState state) {
    return state instanceof Preparing preparing ? preparing.stage() : null;
  }

  private static PreparationState in(PreparationState state, Stage next) {
    return state instanceof Preparing before ? before.in(next) : state;
  }

  private static PreparationState cancelled(PreparationState state, PreparationCancelled event) {
    return new Ended(event.upgradeId(), PreparationEnd.CANCELLED, state.progress());
  }

  private static PreparationState reenlisted(PreparationState state, ModulesReenlisted event) {
    return switch (state) {
      case Ended(_, _, var left) when left != null ->
          new Reopening(left, TreePVector.from(event.modules()));
      case Reopening(var left, var before) -> new Reopening(left, before.plusAll(event.modules()));
      case NotStarted _, Planned _, Preparing _, Ended _ -> state;
    };
  }

  private static PreparationState recovered(PreparationState state, ModuleRecovered event) {
    if (state instanceof Ended(var upgrade, var end, var left) && left != null) {
      var module = left.plan().module(event.module());
      if (module != null) {
        var after = left.moduleRecovered(module, event.artifact());
        return new Ended(upgrade, end.after(after.isComplete()), after);
      }
    }
    return state;
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
