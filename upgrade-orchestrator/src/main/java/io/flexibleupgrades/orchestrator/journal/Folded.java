package io.flexibleupgrades.orchestrator.journal;

/**
 * A stream's state.
 *
 * @param sequence of the last event in it, 0 if the stream is empty
 */
record Folded<S>(S state, long sequence) {}
