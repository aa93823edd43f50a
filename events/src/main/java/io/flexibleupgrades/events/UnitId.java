package io.flexibleupgrades.events;

/**
 * The modules that are compiled together: one module, or all members of a cycle.
 *
 * @param value the name of the unit's first module in alphabetical order
 */
public record UnitId(String value) {
  public UnitId {
    Names.check("A unit's name", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
