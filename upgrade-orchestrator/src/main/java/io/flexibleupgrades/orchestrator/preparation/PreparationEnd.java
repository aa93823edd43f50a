package io.flexibleupgrades.orchestrator.preparation;

/** How a preparation ended. */
public enum PreparationEnd {
  /** Every module in scope is prepared. */
  READY("ready"),
  /** Some modules failed or were skipped. */
  READY_WITH_ERRORS("ready-with-errors"),
  /** An operator ended it; some modules may not be settled. */
  CANCELLED("cancelled"),
  /** It never started, because the system modules were not published. */
  REFUSED("error"),
  /** The platform upgrade before it did not succeed. */
  PLATFORM_NOT_UPGRADED("error");

  private final String state;

  PreparationEnd(String state) {
    this.state = state;
  }

  /**
   * Returns the end after a module was published: with the last one the environment is ready, how
   * far its preparation ever came.
   */
  PreparationEnd after(boolean isComplete) {
    return isComplete && (this == READY_WITH_ERRORS || this == CANCELLED) ? READY : this;
  }

  /** Returns the state of the upgrade in the words of the status. */
  public String state() {
    return state;
  }
}
