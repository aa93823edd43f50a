package io.flexibleupgrades.cli.reading;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexibleupgrades.cli.command.ExitCode;
import io.flexibleupgrades.cli.command.Session;
import io.flexibleupgrades.cli.connection.EnvironmentOption;
import io.flexibleupgrades.cli.connection.OutputOption;
import io.flexibleupgrades.cli.connection.SystemOption;
import io.flexibleupgrades.cli.http.ApiPath;
import io.flexibleupgrades.cli.terminal.Table;
import io.flexibleupgrades.cli.terminal.Table.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code flexup history}. */
@Command(name = "history", description = "Lists the environment's upgrades, the newest first.")
@SuppressWarnings("NullAway.Init")
public final class HistoryCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private EnvironmentOption environment;
  @Mixin private SystemOption system;
  @Mixin private OutputOption output;

  public HistoryCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    var terminal = session.terminal();
    try (var connection = system.connect(session)) {
      var path = ApiPath.of("environments", environment.name(connection), "upgrades");
      var pages = new Pages(connection.serviceCenter());
      if (output.isJson()) {
        var json = terminal.json();
        pages.forEach(
            path,
            upgrade -> {
              json.element(upgrade);
              return !terminal.outputIsClosed();
            });
        json.endArray();
      } else {
        printTable(pages, path);
      }
      return ExitCode.OK;
    }
  }

  private void printTable(Pages pages, ApiPath path) {
    var upgrades = new ArrayList<JsonNode>();
    pages.forEach(path, upgrades::add);
    if (upgrades.isEmpty()) {
      session.terminal().say("There was no upgrade yet.");
      return;
    }
    var counts = CountColumns.of(upgrades);
    var headings = new ArrayList<>(List.of("FROM", "TO", "STATE", "STARTED", "TOOK"));
    headings.addAll(counts.headings());
    headings.add("UPGRADE");
    var table = new Table(headings);
    for (var upgrade : upgrades) {
      var cells =
          new ArrayList<>(
              List.of(
                  Cell.of(Fields.text(upgrade, "from")),
                  Cell.of(Fields.text(upgrade, "to")),
                  Cell.ofState(upgrade.path("state").asText()),
                  Cell.of(Fields.time(upgrade, "startedAt")),
                  Cell.of(Fields.between(upgrade, "startedAt", "endedAt"))));
      cells.addAll(counts.cells(upgrade));
      cells.add(Cell.of(NamedUpgrade.shortId(upgrade)));
      table.row(cells);
    }
    session.terminal().print(table);
  }
}
