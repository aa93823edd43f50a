package io.flexibleupgrades.orchestrator.delivery;

/** What came back from a receiver. */
sealed interface Reply {

  /** It answered; only the status code matters. */
  record Answered(int status) implements Reply {}

  /**
   * It did not.
   *
   * @param error why, in a sentence
   */
  record Unanswered(String error) implements Reply {}
}
