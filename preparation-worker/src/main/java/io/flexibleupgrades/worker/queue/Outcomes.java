package io.flexibleupgrades.worker.queue;

import io.flexibleupgrades.events.PrepareOutcome;

/** Where the worker's outcomes go. */
public interface Outcomes {

  /**
   * Returns when the broker has the outcome for good; goes on until it does.
   *
   * @param request that it answers: the outcome belongs to the same trace
   */
  void report(TakenRequest request, PrepareOutcome outcome) throws InterruptedException;
}
