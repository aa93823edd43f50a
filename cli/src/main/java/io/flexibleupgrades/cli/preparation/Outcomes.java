package io.flexibleupgrades.cli.preparation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.flexibleupgrades.cli.reading.Fields;
import io.flexibleupgrades.cli.terminal.Table;
import io.flexibleupgrades.cli.terminal.Table.Cell;
import io.flexibleupgrades.cli.terminal.Terminal;
import java.util.List;

/** What became of the modules that were prepared again. */
record Outcomes(List<Outcome> modules) {
  Outcomes {
    modules = List.copyOf(modules);
  }

  /**
   * What became of one.
   *
   * @param before its state before
   * @param now the module as it is now
   */
  record Outcome(String before, JsonNode now) {}

  void print(Terminal terminal) {
    var table = new Table("MODULE", "BEFORE", "STATE", "BECAUSE OF");
    for (var module : modules) {
      table.row(
          Cell.of(module.now().path("name").asText()),
          Cell.ofState(module.before()),
          Cell.ofState(module.now().path("state").asText()),
          Cell.of(Fields.texts(module.now(), "failedProducers")));
    }
    if (!table.isEmpty()) {
      terminal.print(table);
    }
  }

  ArrayNode json() {
    var list = JsonNodeFactory.instance.arrayNode();
    for (var module : modules) {
      list.addObject()
          .put("name", module.now().path("name").asText())
          .put("before", module.before())
          .put("state", module.now().path("state").asText())
          .set("failedProducers", module.now().withArray("failedProducers"));
    }
    return list;
  }
}
