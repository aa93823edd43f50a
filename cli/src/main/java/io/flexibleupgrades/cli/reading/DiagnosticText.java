package io.flexibleupgrades.cli.reading;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexibleupgrades.cli.terminal.Colour;
import io.flexibleupgrades.cli.terminal.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A compiler's message as an operator reads it. */
public final class DiagnosticText {
  private DiagnosticText() {}

  /** Returns the message on one line: file and line, kind, text, the missing symbol. */
  public static Line summary(JsonNode diagnostic) {
    return head(diagnostic)
        .plus(
            diagnostic
                .path("message")
                .asText()
                .lines()
                .limit(2)
                .map(String::strip)
                .collect(Collectors.joining("; ", ": ", "")));
  }

  /** Returns the whole message, with the source line and a caret below the place. */
  static List<Line> full(JsonNode diagnostic) {
    var message = diagnostic.path("message").asText();
    var lines = new ArrayList<Line>();
    lines.add(head(diagnostic).plus(": " + message.lines().findFirst().orElse("")));
    message.lines().skip(1).forEach(line -> lines.add(Line.of("  " + line.strip())));
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

  private static Line head(JsonNode diagnostic) {
    var kind = diagnostic.path("kind").asText("error");
    return Line.of(place(diagnostic)).plus(kind.equals("error") ? Colour.RED : Colour.YELLOW, kind);
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
