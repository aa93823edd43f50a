package io.flexibleupgrades.cli.reading;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexibleupgrades.cli.terminal.Colour;
import io.flexibleupgrades.cli.terminal.Line;
import java.util.ArrayList;
import java.util.List;

/** A compiler's message as an operator reads it. */
public final class DiagnosticText {
  private DiagnosticText() {}

  /** Returns the message on one line: file and line, kind, text. */
  public static Line summary(JsonNode diagnostic) {
    var kind = diagnostic.path("kind").asText("error");
    return Line.of(place(diagnostic))
        .plus(kind.equals("error") ? Colour.RED : Colour.YELLOW, kind)
        .plus(": " + diagnostic.path("message").asText().lines().findFirst().orElse(""));
  }

  /** Returns the whole message, with the source line and a caret below the place. */
  static List<Line> full(JsonNode diagnostic) {
    var lines = new ArrayList<Line>();
    lines.add(summary(diagnostic));
    diagnostic
        .path("message")
        .asText()
        .lines()
        .skip(1)
        .forEach(line -> lines.add(Line.of("  " + line.strip())));
    var source = diagnostic.path("sourceLine").textValue();
    if (source != null) {
      lines.add(Line.of("    " + source));
      int column = diagnostic.path("column").asInt();
      if (column > 0) {
        lines.add(Line.of("    ").plus(Colour.RED, " ".repeat(Math.min(column, 1000) - 1) + "^"));
      }
    }
    return lines;
  }

  private static String place(JsonNode diagnostic) {
    var file = diagnostic.path("file").textValue();
    int line = diagnostic.path("line").asInt();
    if (file == null) {
      return "";
    }
    return line > 0 ? "%s:%d: ".formatted(file, line) : file + ": ";
  }
}
