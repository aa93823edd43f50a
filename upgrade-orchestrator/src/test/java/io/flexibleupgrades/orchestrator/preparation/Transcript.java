package io.flexibleupgrades.orchestrator.preparation;

import org.jspecify.annotations.Nullable;

/** Writes down what happens in a simulated run. */
class Transcript {
  /** Writes nothing, for runs of which there are many. */
  static final Transcript NONE = new Transcript();

  /** Takes note of a decision. */
  void decided(PreparationCommand command, Decision decision) {}

  /** Takes note of something else, about a command or not. */
  void note(String what, @Nullable PreparationCommand command) {}
}
