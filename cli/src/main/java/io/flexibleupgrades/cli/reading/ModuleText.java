package io.flexibleupgrades.cli.reading;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexibleupgrades.cli.terminal.Colour;
import io.flexibleupgrades.cli.terminal.Line;
import io.flexibleupgrades.cli.terminal.Terminal;
import java.util.stream.Collectors;

/** Everything about one module, first of all in one upgrade, as an operator reads it. */
final class ModuleText {
  private static final int DIAGNOSTICS_SHOWN = 20;

  private ModuleText() {}

  static void print(JsonNode module, Terminal terminal) {
    var state = module.path("state").asText();
    terminal.print(
        Line.of(Colour.BOLD, module.path("name").asText())
            .plus("  " + Fields.text(module, "kind") + "  ")
            .plus(Colour.ofState(state), state)
            .plus(
                Colour.YELLOW,
                module.path("stale").asBoolean()
                    ? "  stale: prepared with a source that is no longer the current one"
                    : ""));
    field(terminal, "running", Fields.text(module, "runningVersion"));
    field(terminal, "prepared for", Fields.text(module, "preparedVersion"));
    field(terminal, "attempts", Fields.text(module, "attempts"));
    field(terminal, "warnings", Fields.text(module, "warnings"));
    field(terminal, "settled", Fields.time(module, "settledAt"));
    field(terminal, "producers", Fields.texts(module, "producers"));
    field(terminal, "consumers", Fields.texts(module, "consumers"));
    field(terminal, "excluded", module.path("excludedReason").asText(""));
    printPaths(module, terminal);
    printDiagnostics(module, terminal);
    ModuleLifeText.print(module, terminal);
    printHistory(module, terminal);
  }

  private static void field(Terminal terminal, String name, String value) {
    if (!value.isEmpty() && !value.equals("-") && !value.equals("null")) {
      terminal.print(Line.of(Colour.DIM, "  %-13s".formatted(name)).plus(value));
    }
  }

  private static void printPaths(JsonNode module, Terminal terminal) {
    if (module.path("paths").isEmpty()) {
      return;
    }
    terminal.print(Line.of(Colour.BOLD, "Skipped because a producer failed"));
    for (var path : module.path("paths")) {
      var nodes =
          path.path("path").valueStream().map(JsonNode::asText).collect(Collectors.joining(" → "));
      terminal.print(
          Line.of("  ")
              .plus(Colour.RED, path.path("failedProducer").asText())
              .plus("  (" + nodes + ")"));
    }
  }

  private static void printDiagnostics(JsonNode module, Terminal terminal) {
    var diagnostics = module.path("diagnostics");
    if (diagnostics.isEmpty()) {
      if (module.path("state").asText().equals("failed")) {
        module.path("log").asText("").lines().forEach(line -> terminal.print("  " + line));
      }
      return;
    }
    terminal.print(Line.of(Colour.BOLD, "Diagnostics"));
    diagnostics
        .valueStream()
        .limit(DIAGNOSTICS_SHOWN)
        .forEach(diagnostic ->
            DiagnosticText.full(diagnostic)
                .forEach(line -> terminal.print(Line.of("  ").plus(line))));
    if (diagnostics.size() > DIAGNOSTICS_SHOWN) {
      terminal.print(
          "  %d more; all with -o json.".formatted(diagnostics.size() - DIAGNOSTICS_SHOWN));
    }
  }

  private static void printHistory(JsonNode module, Terminal terminal) {
    if (module.path("history").isEmpty()) {
      return;
    }
    terminal.print(Line.of(Colour.BOLD, "History"));
    for (var entry : module.path("history")) {
      terminal.print(
          "  %s  %s  %s"
              .formatted(
                  Fields.time(entry, "time"),
                  entry.path("event").asText(),
                  entry.path("detail").asText("")));
    }
  }
}
