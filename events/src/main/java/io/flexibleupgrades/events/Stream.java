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
    if (name.startsWith(ENVIRONMENT)) {
      Names.check("An environment's name", name.substring(ENVIRONMENT.length()));
    } else if (!isOfUpgrade(name)) {
      throw new IllegalArgumentException(
          "A stream is 'environment/<name>' or 'upgrade/<id>', not '" + Text.storable(name) + "'.");
    }
  }

  private static boolean isOfUpgrade(String name) {
    return name.startsWith(UPGRADE)
        && name.equals(UPGRADE + UpgradeId.parse(name.substring(UPGRADE.length())));
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
