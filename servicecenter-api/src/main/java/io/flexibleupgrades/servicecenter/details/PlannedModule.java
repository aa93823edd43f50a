package io.flexibleupgrades.servicecenter.details;

import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.servicecenter.status.ModuleState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A module of the plan.
 *
 * @param compileMillis how long the compiler took in this upgrade, null if it was not run
 * @param recordedMillis how long it took in an upgrade before, null if that is not known
 */
record PlannedModule(
    ModuleId name,
    ModuleState state,
    @Nullable Long compileMillis,
    @Nullable Long recordedMillis,
    @Nullable Instant settledAt) {

  boolean isOpen() {
    return state == ModuleState.PENDING || state == ModuleState.PREPARING;
  }
}
