package io.flexibleupgrades.events;

import org.jspecify.annotations.Nullable;

/** The rule for free text: PostgreSQL and UTF-8 can keep every character of it. */
final class Text {
  private static final int REPLACEMENT = '\uFFFD';

  private Text() {}

  /** Returns the text with U+FFFD for each NUL and each half of a surrogate pair. */
  static String storable(String text) {
    if (text.codePoints().noneMatch(Text::isUnstorable)) {
      return text;
    }
    return text.codePoints()
        .map(c -> isUnstorable(c) ? REPLACEMENT : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Returns the same for text that can be absent. */
  static @Nullable String storableOrNull(@Nullable String text) {
    return text == null ? null : storable(text);
  }

  static boolean isUnstorable(int codePoint) {
    return codePoint == 0 || Character.getType(codePoint) == Character.SURROGATE;
  }
}
