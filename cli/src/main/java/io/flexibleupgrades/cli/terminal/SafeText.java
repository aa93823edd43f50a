package io.flexibleupgrades.cli.terminal;

/** Makes text from elsewhere harmless to a terminal, and measures what it takes up there. */
public final class SafeText {
  private SafeText() {}

  /**
   * Returns the text on one line, without control characters and without the marks that reverse the
   * direction of writing. Tabs and line breaks become spaces.
   */
  public static String line(String text) {
    var safe = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c == '\n' || c == '\t' ? ' ' : c)
        .filter(c -> !isDangerous(c))
        .forEach(safe::appendCodePoint);
    return safe.toString();
  }

  /** Returns how many columns of a terminal the text fills. */
  public static int width(String text) {
    return text.codePoints().map(SafeText::width).sum();
  }

  /** Returns the text cut to this many columns, with an ellipsis if something was cut. */
  public static String cut(String text, int columns) {
    if (width(text) <= columns) {
      return text;
    }
    var kept = new StringBuilder();
    int used = 1;
    for (int c : text.codePoints().toArray()) {
      used += width(c);
      if (used > columns) {
        break;
      }
      kept.appendCodePoint(c);
    }
    return kept.append('…').toString();
  }

  private static boolean isDangerous(int c) {
    return Character.isISOControl(c)
        || c == 0x061C
        || (c >= 0x200E && c <= 0x200F)
        || (c >= 0x2028 && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0xFEFF;
  }

  private static int width(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(c) ? 2 : 1;
    };
  }

  private static boolean isWide(int c) {
    return (c >= 0x1100 && c <= 0x115F)
        || (c >= 0x2E80 && c <= 0xA4CF)
        || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0xFE30 && c <= 0xFE6F)
        || (c >= 0xFF00 && c <= 0xFF60)
        || (c >= 0x1F300 && c <= 0x1FAFF)
        || (c >= 0x20000 && c <= 0x3FFFD);
  }
}
