package io.flexibleupgrades.worker.queue;

/** Where poison records go: kept with their bytes, so that they can be looked at and sent again. */
public interface DeadLetters {

  /** Returns when the broker has the record for good; goes on until it does. */
  void keep(TakenRequest request, String reason) throws InterruptedException;
}
