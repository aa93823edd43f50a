package io.flexibleupgrades.cli.reading;

import io.flexibleupgrades.cli.terminal.Colour;
import io.flexibleupgrades.cli.terminal.Line;
import io.flexibleupgrades.cli.terminal.Table;
import io.flexibleupgrades.cli.terminal.Table.Cell;
import io.flexibleupgrades.cli.terminal.Terminal;
import io.flexibleupgrades.cli.upgrade.UpgradeStatus;

/** An environment's status as an operator reads it: the banner, then the numbers. */
public final class StatusText {
  private StatusText() {}

  /** Prints it. */
  public static void print(UpgradeStatus status, Terminal terminal) {
    status.messages().forEach(message -> terminal.print(Line.of(Colour.BOLD, message)));
    var json = status.json();
    var table =
        new Table(
            "ENVIRONMENT",
            "STATE",
            "FROM",
            "TO",
            "SETTLED",
            "TOTAL",
            "PREPARED",
            "FAILED",
            "SKIPPED",
            "EXCLUDED");
    table.row(
        Cell.of(json.path("environment").asText()),
        Cell.ofState(status.state().toString()),
        Cell.of(Fields.text(json, "from")),
        Cell.of(Fields.text(json, "to")),
        new Cell(Colour.PLAIN, status.percentage() + "%", true),
        Cell.of(status.total()),
        Cell.of(status.prepared()),
        Cell.of(status.failed()),
        Cell.of(status.skipped()),
        Cell.of(json.path("excluded").asInt()));
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
