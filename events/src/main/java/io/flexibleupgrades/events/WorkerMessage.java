package io.flexibleupgrades.events;

/** What a preparation worker says: it asks for nothing and decides nothing. */
public sealed interface WorkerMessage permits PrepareOutcome, WorkerHeartbeat {

  /** Who says it. */
  WorkerName worker();
}
