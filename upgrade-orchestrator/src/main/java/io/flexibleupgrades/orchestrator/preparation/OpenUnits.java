package io.flexibleupgrades.orchestrator.preparation;

import io.flexibleupgrades.orchestrator.preparation.UnitState.AwaitingRetry;
import io.flexibleupgrades.orchestrator.preparation.UnitState.Requested;
import org.jspecify.annotations.Nullable;
import org.pcollections.IntTreePMap;

/**
 * The units that were requested and are not settled.
 *
 * @param compiling how many of them a worker is asked to compile now
 */
record OpenUnits(IntTreePMap<UnitState> units, int compiling) {

  static OpenUnits none() {
    return new OpenUnits(IntTreePMap.empty(), 0);
  }

  @Nullable UnitState get(int unit) {
    return units.get(unit);
  }

  OpenUnits requested(int unit, Requested request) {
    var before = without(unit);
    return new OpenUnits(before.units.plus(unit, request), before.compiling + slots(request));
  }

  OpenUnits attemptFailed(int unit) {
    return units.get(unit) instanceof Requested(int attempt, var failedProducers)
        ? new OpenUnits(
            units.plus(unit, new AwaitingRetry(attempt, failedProducers)), without(unit).compiling)
        : this;
  }

  OpenUnits without(int unit) {
    var state = units.get(unit);
    return state == null ? this : new OpenUnits(units.minus(unit), compiling - slots(state));
  }

  private static int slots(UnitState state) {
    return switch (state) {
      case Requested(_, var failedProducers) -> failedProducers.isEmpty() ? 1 : 0;
      case AwaitingRetry _ -> 0;
    };
  }
}
