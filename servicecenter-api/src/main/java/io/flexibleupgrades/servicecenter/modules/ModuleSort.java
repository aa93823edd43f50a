package io.flexibleupgrades.servicecenter.modules;

import java.util.Arrays;

/**
 * The order of a list of modules; equal ones are in alphabetical order.
 *
 * @param descending whether the list begins at the other end; modules that have no compile time are
 *     last all the same
 */
public record ModuleSort(By by, boolean descending) {
  /** The order of a list that nobody ordered. */
  public static final ModuleSort USUAL = new ModuleSort(By.NAME, false);

  /** What modules are ordered by. */
  public enum By {
    NAME("name", false),
    /** What needs attention comes first: failed, skipped, then what is still open. */
    STATE("state", false),
    /** How long the compiler ran. */
    TIME("time", true),
    /** How many skipped modules wait for it. */
    HELD_BACK("held-back", true);

    private final String wireName;
    private final boolean usuallyDescending;

    By(String wireName, boolean usuallyDescending) {
      this.wireName = wireName;
      this.usuallyDescending = usuallyDescending;
    }

    /** Returns what goes by that name. */
    public static By parse(String text) {
      return Arrays.stream(values())
          .filter(by -> by.wireName.equals(text))
          .findFirst()
          .orElseThrow(() ->
              new IllegalArgumentException(
                  "sort must be one of %s, or '-' and one of them for the other way round, not '%s'."
                      .formatted(Arrays.toString(values()), text)));
    }

    @Override
    public String toString() {
      return wireName;
    }
  }

  static ModuleSort parse(String text) {
    boolean descending = text.startsWith("-");
    return new ModuleSort(By.parse(descending ? text.substring(1) : text), descending);
  }

  /** Returns the order by this: the other way round if it is ordered by it already. */
  public ModuleSort next(By wanted) {
    return new ModuleSort(wanted, wanted == by ? !descending : wanted.usuallyDescending);
  }

  @Override
  public String toString() {
    return (descending ? "-" : "") + by;
  }
}
