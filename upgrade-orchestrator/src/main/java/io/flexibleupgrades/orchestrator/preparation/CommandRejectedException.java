package io.flexibleupgrades.orchestrator.preparation;

/** A command does not fit where the preparation stands; nothing was changed. */
public final class CommandRejectedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CommandRejectedException(String message) {
    super(message);
  }
}
