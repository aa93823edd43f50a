package io.flexibleupgrades.orchestrator.relay;

/** Ends a relay between two steps; nothing may catch it. */
final class Killed extends Error {
  private static final long serialVersionUID = 1L;

  Killed(String step) {
    super(step);
  }
}
