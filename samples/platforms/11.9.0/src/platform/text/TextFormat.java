package platform.text;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Formats values for screens and documents, the same in every locale. */
public final class TextFormat {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);

  private TextFormat() {}

  /**
   * An amount in hundredths with its currency, for example {@code 12.50 EUR}.
   *
   * @deprecated not every currency has hundredths; use {@link MoneyFormat}
   */
  @Deprecated(since = "11.9.0")
  public static String money(long cents, String currency) {
    return String.format(
        Locale.ROOT,
        "%s%d.%02d %s",
        cents < 0 ? "-" : "",
        Math.abs(cents / 100),
        Math.abs(cents % 100),
        currency);
  }

  /** A day, for example {@code 31.03.2025}. */
  public static String date(LocalDate day) {
    return DATE.format(day);
  }

  /** The text, filled with blanks on the right up to a width. */
  public static String padRight(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  /** The text, filled with a character on the left up to a width. */
  public static String padLeft(String text, int width, char fill) {
    return String.valueOf(fill).repeat(Math.max(0, width - text.length())) + text;
  }
}
