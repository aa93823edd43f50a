package io.flexibleupgrades.events;

/** The rule for names that people give: they are shown in pages and stand in addresses. */
final class Names {
  static final int LONGEST = 500;

  private Names() {}

  static void check(String what, String value) {
    if (value.isBlank() || value.length() > LONGEST || !value.equals(value.strip())) {
      throw new IllegalArgumentException(
          "%s must have 1 to %d characters and no space at either end, not '%s'."
              .formatted(what, LONGEST, shortened(value)));
    }
    if (value.chars().anyMatch(c -> Character.isISOControl(c) || c == '/' || c == '\\')) {
      throw new IllegalArgumentException(
          "%s must have no control character, '/' or '\\': '%s'."
              .formatted(what, shortened(value)));
    }
    if (value.equals(".") || value.equals("..")) {
      throw new IllegalArgumentException("%s must not be '%s'.".formatted(what, value));
    }
  }

  private static String shortened(String value) {
    return value.length() <= 80 ? value : value.substring(0, 80) + "…";
  }
}
