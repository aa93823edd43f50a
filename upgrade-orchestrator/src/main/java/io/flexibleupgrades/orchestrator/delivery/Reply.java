package io.flexibleupgrades.orchestrator.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came back from a receiver. */
sealed interface Reply {

  /**
   * It answered; what its body says does not matter.
   *
   * @param retryAfter how long it asks to be left alone, null if it does not
   */
  record Answered(int status, @Nullable Duration retryAfter) implements Reply {}

  /**
   * It did not.
   *
   * @param error why, in a sentence
   */
  record Unanswered(String error) implements Reply {}
}
