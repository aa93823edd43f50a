package io.flexibleupgrades.events;

/** How an upgrade ended. */
public enum UpgradeResult {
  /** Every module in scope is prepared. */
  READY("ready"),
  /** Some modules failed or were skipped. */
  READY_WITH_ERRORS("ready-with-errors"),
  /** The platform upgrade itself did not succeed; the environment stays on its platform. */
  ERROR("error");

  private final String wireName;

  UpgradeResult(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String toString() {
    return wireName;
  }
}
