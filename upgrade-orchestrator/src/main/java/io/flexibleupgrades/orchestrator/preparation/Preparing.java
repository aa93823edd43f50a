package io.flexibleupgrades.orchestrator.preparation;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.ProducerArtifact;
import io.flexibleupgrades.orchestrator.plan.PreparationPlan;
import io.flexibleupgrades.orchestrator.preparation.UnitState.Requested;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The plan is being followed. Every collection is persistent, so that one event costs O(log n) and
 * shares the rest with the state before it.
 *
 * @param latestAttempt the largest number that an attempt of any unit had so far, 0 before the
 *     first
 */
public record Preparing(
    Scope scope,
    Stage stage,
    OpenUnits open,
    ReadyUnits ready,
    SettledModules settled,
    int latestAttempt)
    implements PreparationState {

  static Preparing at(Scope scope, Stage stage, SettledModules settled, int latestAttempt) {
    return new Preparing(
        scope,
        stage,
        OpenUnits.none(),
        ReadyUnits.of(scope.plan(), settled),
        settled,
        latestAttempt);
  }

  /** Returns how many units workers are asked to compile now. */
  public int compiling() {
    return open.compiling();
  }

  /** Whether units are requested as soon as they are ready. */
  public boolean isDispatching() {
    return stage instanceof Stage.Started;
  }

  /** Whether a unit could be requested now. */
  public boolean hasReady() {
    return isDispatching() && !ready.ranks().isEmpty();
  }

  public int preparedModules() {
    return settled.artifacts().size();
  }

  public int failedModules() {
    return settled.failed().size();
  }

  public int skippedModules() {
    return settled.skipped().size();
  }

  public PreparationPlan plan() {
    return scope.plan();
  }

  /** Returns the module's artifact, null if it is not prepared or not in the plan. */
  public @Nullable Digest artifact(ModuleId module) {
    var number = plan().module(module);
    return number == null ? null : settled.artifacts().get(number);
  }

  /** Returns where the module stands, null if it is not in the plan. */
  public @Nullable ModuleProgress progress(ModuleId module) {
    var number = plan().module(module);
    return number == null ? null : progress(number);
  }

  /**
   * Returns the artifacts that the module is compiled against directly, outside its unit; null if
   * one of them is not there, or the module is not in the plan.
   */
  public @Nullable List<ProducerArtifact> inputs(ModuleId module) {
    var number = plan().module(module);
    if (number == null) {
      return null;
    }
    for (int producer : plan().producersOfModule(number)) {
      if (plan().unitOf(producer) != plan().unitOf(number)
          && !settled.arePrepared(plan().members(plan().unitOf(producer)))) {
        return null;
      }
    }
    return Requests.inputs(this, number);
  }

  ModuleProgress progress(int module) {
    if (settled.artifacts().containsKey(module)) {
      return ModuleProgress.PREPARED;
    }
    if (settled.failed().contains(module)) {
      return ModuleProgress.FAILED;
    }
    if (settled.skipped().contains(module)) {
      return ModuleProgress.SKIPPED;
    }
    return open.get(plan().unitOf(module)) == null
        ? ModuleProgress.PENDING
        : ModuleProgress.PREPARING;
  }

  /** Returns the expected compile time of all modules that are not settled, in milliseconds. */
  public long unsettledMillis() {
    long millis = 0;
    for (int module = 0; module < plan().moduleCount(); module++) {
      millis += settled.contains(module) ? 0 : plan().module(module).weight();
    }
    return millis;
  }

  /** Whether every module is prepared. */
  boolean isComplete() {
    return settled.artifacts().size() == plan().moduleCount();
  }

  Preparing in(Stage next) {
    return new Preparing(scope, next, open, ready, settled, latestAttempt);
  }

  Preparing requested(int unit, Requested request) {
    return new Preparing(
        scope,
        stage,
        open.requested(unit, request),
        ready.requested(plan().rank(unit)),
        settled,
        Math.max(latestAttempt, request.attempt()));
  }

  Preparing attemptFailed(int unit) {
    return new Preparing(scope, stage, open.attemptFailed(unit), ready, settled, latestAttempt);
  }

  Preparing modulePrepared(int module, Digest artifact) {
    int unit = plan().unitOf(module);
    var settledAfter = settled.plusPrepared(module, artifact);
    var readyAfter =
        settledAfter.arePrepared(plan().members(unit))
            ? ready.prepared(plan(), unit, settledAfter)
            : ready;
    return new Preparing(scope, stage, open.without(unit), readyAfter, settledAfter, latestAttempt);
  }

  Preparing moduleFailed(int module) {
    return closed(module, settled.plusFailed(module));
  }

  Preparing moduleSkipped(int module) {
    return closed(module, settled.plusSkipped(module));
  }

  Preparing moduleRecovered(int module, Digest artifact) {
    return closed(module, settled.without(module).plusPrepared(module, artifact));
  }

  private Preparing closed(int module, SettledModules settledAfter) {
    return new Preparing(
        scope, stage, open.without(plan().unitOf(module)), ready, settledAfter, latestAttempt);
  }
}
