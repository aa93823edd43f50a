package io.flexibleupgrades.cli.reading;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexibleupgrades.cli.terminal.Colour;
import io.flexibleupgrades.cli.terminal.Line;
import io.flexibleupgrades.cli.terminal.Table;
import io.flexibleupgrades.cli.terminal.Table.Cell;
import io.flexibleupgrades.cli.terminal.Terminal;
import java.util.Comparator;
import java.util.List;

/** Two upgrades side by side as an operator reads it: what became worse stands first. */
final class ComparisonText {
  private static final String UNCHANGED = "still-prepared";
  private static final List<String> WORST_FIRST =
      List.of(
          "newly-failing",
          "infrastructure",
          "still-failing",
          "not-settled",
          "newly-prepared",
          "new",
          "removed",
          UNCHANGED);

  private ComparisonText() {}

  static void print(JsonNode comparison, Terminal terminal) {
    terminal.print(
        Line.of(
            Colour.BOLD,
            "Upgrade %s to %s, compared with upgrade %s to %s before it"
                .formatted(
                    NamedUpgrade.shortId(comparison.path("to")),
                    comparison.path("to").path("to").asText(),
                    NamedUpgrade.shortId(comparison.path("from")),
                    comparison.path("from").path("to").asText())));
    for (var category : WORST_FIRST) {
      int count = comparison.path("counts").path(category).asInt();
      if (count > 0) {
        terminal.print(Line.of("  %5d  ".formatted(count)).plus(colour(category), category));
      }
    }
    var table = new Table("MODULE", "CATEGORY", "BEFORE", "AFTER");
    comparison
        .path("items")
        .valueStream()
        .filter(item -> !category(item).equals(UNCHANGED))
        .sorted(Comparator.comparingInt(item -> WORST_FIRST.indexOf(category(item))))
        .forEach(item ->
            table.row(
                Cell.of(item.path("module").asText()),
                new Cell(colour(category(item)), category(item), false),
                Cell.of(Fields.text(item, "before")),
                Cell.of(Fields.text(item, "after"))));
    if (!table.isEmpty()) {
      terminal.print(table);
    }
  }

  private static String category(JsonNode item) {
    return item.path("category").asText();
  }

  private static Colour colour(String category) {
    return switch (category) {
      case "newly-failing", "infrastructure" -> Colour.RED;
      case "still-failing", "not-settled" -> Colour.YELLOW;
      case "newly-prepared", UNCHANGED -> Colour.GREEN;
      default -> Colour.PLAIN;
    };
  }
}
