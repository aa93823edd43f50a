package io.flexibleupgrades.orchestrator.topics;

/** A topic is there already, but would lose or misorder events. */
public final class UnfitTopicException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnfitTopicException(String message) {
    super(message);
  }
}
