package io.flexibleupgrades.events;

/**
 * The name of an environment, and the partition key of everything that happens in it.
 *
 * @param value 1 to 500 characters without control characters, {@code /} and {@code \}
 */
public record EnvironmentName(String value) {
  public EnvironmentName {
    Names.check("An environment's name", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
