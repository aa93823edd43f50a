package io.flexibleupgrades.cli.module;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexibleupgrades.cli.reading.Failures;
import io.flexibleupgrades.cli.reading.Fields;
import io.flexibleupgrades.cli.terminal.Colour;
import io.flexibleupgrades.cli.terminal.Line;
import io.flexibleupgrades.cli.terminal.Table;
import io.flexibleupgrades.cli.terminal.Table.Cell;
import io.flexibleupgrades.cli.terminal.Terminal;
import java.util.List;

/** A publish as an operator reads it: what becomes of each module, and why. */
final class PublishText {
  private PublishText() {}

  /** Prints what will be done with each module, and why. */
  static void printPlan(JsonNode accepted, Terminal terminal) {
    var table = new Table("MODULE", "ARTIFACT", "BECAUSE");
    for (var module : accepted.path("modules")) {
      table.row(
          Cell.of(module.path("module").asText()),
          Cell.of(module.hasNonNull("reused") ? "is reused" : "is compiled"),
          Cell.of(Fields.text(module, "reason")));
    }
    terminal.print(table);
  }

  /** Prints what became of each module, and what is wrong with those that failed. */
  static void print(Publish publish, Terminal terminal) {
    terminal.print(
        "%d modules published, %d modules failed and %d modules skipped."
            .formatted(publish.published(), publish.failed(), publish.skipped()));
    var table = new Table("MODULE", "STATE", "ARTIFACT", "BECAUSE");
    publish.modules().forEach(module -> table.row(row(module)));
    terminal.print(table);
    publish.modules().stream()
        .filter(PublishedModule::isFailed)
        .forEach(module -> printFailure(module, terminal));
  }

  private static List<Cell> row(PublishedModule module) {
    var state = module.isDeployed() ? module.state() : module.state() + ", not published";
    return List.of(
        Cell.of(module.name()),
        new Cell(Colour.ofState(module.state()), state, false),
        Cell.of(artifact(module)),
        Cell.of(because(module.json())));
  }

  private static String artifact(PublishedModule module) {
    if (module.state().equals("skipped")) {
      return "-";
    }
    return module.json().hasNonNull("reused") ? "reused" : "compiled";
  }

  private static String because(JsonNode module) {
    var failedProducers = Fields.texts(module, "failedProducers");
    return failedProducers.isEmpty() ? Fields.text(module, "reason") : "failed: " + failedProducers;
  }

  private static void printFailure(PublishedModule module, Terminal terminal) {
    terminal.print(
        Line.of(Colour.BOLD, module.name())
            .plus("  ")
            .plus(Colour.RED, Fields.text(module.json(), "failureKind")));
    Failures.firstDiagnostics(module.json()).forEach(terminal::print);
  }
}
