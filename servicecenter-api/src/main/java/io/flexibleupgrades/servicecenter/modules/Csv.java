package io.flexibleupgrades.servicecenter.modules;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lines of comma-separated values as RFC 4180 writes them. */
final class Csv {
  /** A spreadsheet takes a cell that begins so for a formula, and runs it. */
  private static final String FORMULA = "=+-@\t\r";

  private static final Pattern TO_QUOTE = Pattern.compile("[\",\r\n]");

  private Csv() {}

  /** Returns the line with these cells; what is null is an empty cell. */
  static String line(List<? extends @Nullable Object> cells) {
    return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String cell(@Nullable Object value) {
    var text = value == null ? "" : value.toString();
    var harmless = text.isEmpty() || FORMULA.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    return TO_QUOTE.matcher(harmless).find()
        ? '"' + harmless.replace("\"", "\"\"") + '"'
        : harmless;
  }
}
