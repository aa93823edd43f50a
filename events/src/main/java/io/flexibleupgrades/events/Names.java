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
    if (hasForbidden(value)) {
      throw new IllegalArgumentException(
          "%s must have no control character, half of a surrogate pair, '/' or '\\': '%s'."
              .formatted(what, shortened(value)));
    }
    if (value.equals(".") || value.equals("..")) {
      throw new IllegalArgumentException("%s must not be '%s'.".formatted(what, value));
    }
  }

  private static boolean hasForbidden(String value) {
    for (int at = 0; at < value.length(); at += Character.charCount(value.codePointAt(at))) {
      if (isForbidden(value.codePointAt(at))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isForbidden(int c) {
    return c == '/' || c == '\\' || Character.isISOControl(c) || Text.isUnstorable(c);
  }

  private static String shortened(String value) {
    var shown = new StringBuilder();
    value
        .codePoints()
        .limit(80)
        .map(c -> Character.isISOControl(c) || Text.isUnstorable(c) ? '\uFFFD' : c)
        .forEach(shown::appendCodePoint);
    return value.codePointCount(0, value.length()) <= 80 ? shown.toString() : shown + "…";
  }
}
