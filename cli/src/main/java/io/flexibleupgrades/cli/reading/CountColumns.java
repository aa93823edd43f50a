package io.flexibleupgrades.cli.reading;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexibleupgrades.cli.terminal.Table.Cell;
import java.util.ArrayList;
import java.util.List;

/** An upgrade's counts as columns; cancelled modules have one only where there are some. */
record CountColumns(boolean cancelled) {

  /** Returns the columns that these upgrades need. */
  static CountColumns of(List<JsonNode> upgrades) {
    return new CountColumns(
        upgrades.stream().anyMatch(upgrade -> upgrade.path("cancelled").asInt() > 0));
  }

  List<String> headings() {
    var headings = new ArrayList<>(List.of("TOTAL", "PREPARED", "FAILED", "SKIPPED"));
    if (cancelled) {
      headings.add("CANCELLED");
    }
    return headings;
  }

  List<Cell> cells(JsonNode upgrade) {
    var cells = new ArrayList<Cell>();
    for (var field : List.of("total", "prepared", "failed", "skipped")) {
      cells.add(Cell.of(upgrade.path(field).asInt()));
    }
    if (cancelled) {
      cells.add(Cell.of(upgrade.path("cancelled").asInt()));
    }
    return cells;
  }
}
