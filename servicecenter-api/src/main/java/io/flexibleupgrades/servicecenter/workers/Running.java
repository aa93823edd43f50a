package io.flexibleupgrades.servicecenter.workers;

import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.events.WorkerHeartbeat.RunningAttempt;
import io.flexibleupgrades.events.WorkerName;
import java.time.Instant;

/**
 * What a worker compiles now.
 *
 * @param module the first module of the unit in alphabetical order; a cycle has several
 * @param since when the worker took it, by the worker's clock
 */
public record Running(
    WorkerName worker,
    UpgradeId upgradeId,
    EnvironmentName environment,
    ModuleId module,
    int attempt,
    Instant since) {

  static Running of(WorkerName worker, RunningAttempt attempt) {
    return new Running(
        worker,
        attempt.upgradeId(),
        attempt.environment(),
        new ModuleId(attempt.unit().value()),
        attempt.attempt(),
        attempt.since());
  }
}
