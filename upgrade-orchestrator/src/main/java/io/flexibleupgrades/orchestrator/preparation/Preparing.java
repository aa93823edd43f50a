package io.flexibleupgrades.orchestrator.preparation;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.orchestrator.plan.PreparationPlan;
import io.flexibleupgrades.orchestrator.preparation.UnitState.Requested;

/**
 * The first step has finished and some modules are open. Every collection is persistent, so that
 * one event costs O(log n) and shares the rest with the state before it.
 *
 * @param started whether the second step has started
 */
public record Preparing(
    Scope scope, boolean started, OpenUnits open, ReadyUnits ready, SettledModules settled)
    implements PreparationState {

  static Preparing at(Scope scope) {
    return new Preparing(
        scope, false, OpenUnits.none(), ReadyUnits.atStart(scope.plan()), SettledModules.none());
  }

  /** Returns how many units workers are asked to compile now. */
  public int compiling() {
    return open.compiling();
  }

  /** Whether a unit could be requested now. */
  public boolean hasReady() {
    return started && !ready.ranks().isEmpty();
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

  Preparing begun() {
    return new Preparing(scope, true, open, ready, settled);
  }

  Preparing requested(int unit, Requested request) {
    return new Preparing(
        scope, started, open.requested(unit, request), ready.requested(plan().rank(unit)), settled);
  }

  Preparing attemptFailed(int unit) {
    return new Preparing(scope, started, open.attemptFailed(unit), ready, settled);
  }

  Preparing modulePrepared(int module, Digest artifact) {
    int unit = plan().unitOf(module);
    var settledAfter = settled.plusPrepared(module, artifact);
    var readyAfter =
        settledAfter.arePrepared(plan().members(unit)) ? ready.prepared(plan(), unit) : ready;
    return new Preparing(scope, started, open.without(unit), readyAfter, settledAfter);
  }

  Preparing moduleFailed(int module) {
    return closed(module, settled.plusFailed(module));
  }

  Preparing moduleSkipped(int module) {
    return closed(module, settled.plusSkipped(module));
  }

  private Preparing closed(int module, SettledModules settledAfter) {
    return new Preparing(scope, started, open.without(plan().unitOf(module)), ready, settledAfter);
  }
}
