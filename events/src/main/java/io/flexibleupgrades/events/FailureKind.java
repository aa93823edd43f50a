package io.flexibleupgrades.events;

/** Why a module failed. */
public enum FailureKind {
  /** The module does not compile with the new platform; never retried. */
  COMPILE("compile"),
  /** The worker, its memory or the artifact store gave way; retried first. */
  INFRASTRUCTURE("infrastructure"),
  /** The compile ran past the module's time limit; retried first. */
  TIME_LIMIT("time-limit");

  private final String wireName;

  FailureKind(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String toString() {
    return wireName;
  }
}
