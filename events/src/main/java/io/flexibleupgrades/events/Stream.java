package io.flexibleupgrades.events;

/**
 * An ordered list of events without gaps.
 *
 * @param name {@code environment/<name>} or {@code upgrade/<id>}
 */
public record Stream(String name) {
  private static final String ENVIRONMENT = "environment/";
  private static final String UPGRADE = "upgrade/";

  public Stream {
    if (!name.startsWith(ENVIRONMENT) && !name.startsWith(UPGRADE)) {
      throw new IllegalArgumentException(
          "A stream is 'environment/<name>' or 'upgrade/<id>', not '" + name + "'.");
    }
  }

  /** Returns the stream of what is registered and started in an environment. */
  public static Stream of(EnvironmentName environment) {
    return new Stream(ENVIRONMENT + environment.value());
  }

  /** Returns the stream of one upgrade's preparation. */
  public static Stream of(UpgradeId upgrade) {
    return new Stream(UPGRADE + upgrade.value());
  }

  @Override
  public String toString() {
    return name;
  }
}
