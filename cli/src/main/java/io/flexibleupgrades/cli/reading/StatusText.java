package io.flexibleupgrades.cli.reading;

import io.flexibleupgrades.cli.terminal.Colour;
import io.flexibleupgrades.cli.terminal.Line;
import io.flexibleupgrades.cli.terminal.Table;
import io.flexibleupgrades.cli.terminal.Table.Cell;
import io.flexibleupgrades.cli.terminal.Terminal;
import io.flexibleupgrades.cli.upgrade.UpgradeStatus;
import java.util.ArrayList;
import java.util.List;

/** An environment's status as an operator reads it: the banner, then the numbers. */
public final class StatusText {
  private StatusText() {}

  /** Prints it. */
  public static void print(UpgradeStatus status, Terminal terminal) {
    status.messages().forEach(message -> terminal.print(Line.of(Colour.BOLD, message)));
    var json = status.json();
    var counts = CountColumns.of(List.of(json));
    var headings = new ArrayList<>(List.of("ENVIRONMENT", "STATE", "FROM", "TO", "SETTLED"));
    headings.addAll(counts.headings());
    headings.add("EXCLUDED");
    var cells =
        new ArrayList<>(
            List.of(
                Cell.of(json.path("environment").asText()),
                Cell.ofState(status.state().toString()),
                Cell.of(Fields.text(json, "from")),
                Cell.of(Fields.text(json, "to")),
                new Cell(Colour.PLAIN, status.percentage() + "%", true)));
    cells.addAll(counts.cells(json));
    cells.add(Cell.of(json.path("excluded").asInt()));
    var table = new Table(headings);
    table.row(cells);
    terminal.print(table);
    var asOf = json.path("asOf");
    if (asOf.hasNonNull("sequence")) {
      terminal.print(
          Line.of(
              Colour.DIM,
              "as of event %d, %s"
                  .formatted(asOf.path("sequence").asLong(), Fields.time(asOf, "time"))));
    }
  }
}
