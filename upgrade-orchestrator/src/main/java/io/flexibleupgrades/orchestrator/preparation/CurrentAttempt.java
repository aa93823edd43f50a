package io.flexibleupgrades.orchestrator.preparation;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.UnitId;
import io.flexibleupgrades.orchestrator.preparation.UnitState.Requested;
import java.util.Optional;

/** The latest attempt of a unit that is not settled: the only one whose outcome counts. */
record CurrentAttempt(Preparing state, int unit, Requested request) {

  /** Returns the attempt if it is the current one of its unit: this is the fence. */
  static Optional<CurrentAttempt> of(PreparationState state, UnitId unitId, int attempt) {
    if (state instanceof Preparing preparing) {
      var unit = preparing.plan().unit(unitId);
      if (unit != null
          && preparing.open().get(unit) instanceof Requested request
          && request.attempt() == attempt) {
        return Optional.of(new CurrentAttempt(preparing, unit, request));
      }
    }
    return Optional.empty();
  }

  /** Whether the attempt is made with this platform distribution. */
  boolean isOf(Digest platform) {
    return state.scope().platform().digest().equals(platform);
  }

  boolean isSkip() {
    return !request.failedProducers().isEmpty();
  }
}
