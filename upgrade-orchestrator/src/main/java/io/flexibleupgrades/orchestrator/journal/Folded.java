package io.flexibleupgrades.orchestrator.journal;

import org.jspecify.annotations.Nullable;

/**
 * A stream's state.
 *
 * @param sequence of the last event in it, 0 if the stream is empty
 * @param unread the first event in it that this version cannot read and the state leaves out, null
 *     if there is none
 */
record Folded<S>(S state, long sequence, @Nullable UnreadEvent unread) {

  /** Returns the stream with one more event, which led to this state. */
  Folded<S> then(S next) {
    return new Folded<>(next, sequence + 1, unread);
  }
}
