package io.flexibleupgrades.events;

/** What is locked while a preparation is in progress. */
public enum LockPolicy {
  /** Every publish in the environment. */
  ENVIRONMENT("environment"),
  /** A module while it or one of its producers is not prepared. */
  MODULE("module");

  private final String wireName;

  LockPolicy(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String toString() {
    return wireName;
  }
}
