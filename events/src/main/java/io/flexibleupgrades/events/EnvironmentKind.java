package io.flexibleupgrades.events;

/** Who starts the second step of an upgrade. */
public enum EnvironmentKind {
  /** The preparation starts by itself after the platform upgrade. */
  CLOUD("cloud"),
  /** The preparation waits for the operator's confirmation. */
  ON_PREMISES("on-premises");

  private final String wireName;

  EnvironmentKind(String wireName) {
    this.wireName = wireName;
  }

  @Override
  public String toString() {
    return wireName;
  }
}
