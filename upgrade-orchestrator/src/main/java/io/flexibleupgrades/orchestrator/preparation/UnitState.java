package io.flexibleupgrades.orchestrator.preparation;

import io.flexibleupgrades.events.ModuleId;
import java.util.List;

/** Where a unit stands that was requested and is not settled. */
sealed interface UnitState {

  /** The latest attempt, 1 or more. */
  int attempt();

  /** The failed modules that the unit consumes; empty if it is to be compiled. */
  List<ModuleId> failedProducers();

  /** A worker has the request, or will have it. */
  record Requested(int attempt, List<ModuleId> failedProducers) implements UnitState {}

  /** The attempt failed, and the next one waits for a pause to be over. */
  record AwaitingRetry(int attempt, List<ModuleId> failedProducers) implements UnitState {}
}
