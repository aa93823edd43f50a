package io.flexibleupgrades.cli.factory;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexibleupgrades.cli.terminal.Terminal;
import java.util.List;
import java.util.stream.Collectors;

/** What an import changed, as a short list. */
final class ChangesText {
  private static final int MODULES_SHOWN = 20;

  private ChangesText() {}

  static void print(ImportResult result, Terminal terminal) {
    print("Changed:", result.changes().stream().map(ChangesText::line).toList(), terminal);
    print(
        "Stale (prepared with a source that is no longer the current one):",
        result.stale(),
        terminal);
  }

  private static void print(String heading, List<String> modules, Terminal terminal) {
    if (modules.isEmpty()) {
      return;
    }
    terminal.print(heading);
    modules.stream().limit(MODULES_SHOWN).forEach(module -> terminal.print("  " + module));
    if (modules.size() > MODULES_SHOWN) {
      terminal.print("  %d more".formatted(modules.size() - MODULES_SHOWN));
    }
  }

  private static String line(JsonNode change) {
    return change.path("module").asText()
        + change
            .path("what")
            .valueStream()
            .map(JsonNode::asText)
            .collect(Collectors.joining(", ", " (", ")"));
  }
}
