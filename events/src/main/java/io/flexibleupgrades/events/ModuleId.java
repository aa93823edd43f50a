package io.flexibleupgrades.events;

/**
 * A module's name, unique in its environment (also when upper and lower case are not told apart).
 *
 * @param value 1 to 500 characters without control characters, {@code /} and {@code \}
 */
public record ModuleId(String value) implements Comparable<ModuleId> {
  public ModuleId {
    Names.check("A module's name", value);
  }

  @Override
  public int compareTo(ModuleId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
