package io.flexibleupgrades.cli.reading;

import io.flexibleupgrades.cli.command.ExitCode;
import io.flexibleupgrades.cli.command.Session;
import io.flexibleupgrades.cli.connection.EnvironmentOption;
import io.flexibleupgrades.cli.connection.OutputOption;
import io.flexibleupgrades.cli.connection.SystemOption;
import io.flexibleupgrades.cli.http.ApiPath;
import io.flexibleupgrades.cli.terminal.Table;
import io.flexibleupgrades.cli.terminal.Table.Cell;
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
    var table =
        new Table(
            "FROM", "TO", "STATE", "STARTED", "TOOK", "TOTAL", "PREPARED", "FAILED", "SKIPPED");
    pages.forEach(
        path,
        upgrade -> {
          table.row(
              Cell.of(Fields.text(upgrade, "from")),
              Cell.of(Fields.text(upgrade, "to")),
              Cell.ofState(upgrade.path("state").asText()),
              Cell.of(Fields.time(upgrade, "startedAt")),
              Cell.of(Fields.between(upgrade, "startedAt", "endedAt")),
              Cell.of(upgrade.path("total").asInt()),
              Cell.of(upgrade.path("prepared").asInt()),
              Cell.of(upgrade.path("failed").asInt()),
              Cell.of(upgrade.path("skipped").asInt()));
          return true;
        });
    if (table.isEmpty()) {
      session.terminal().say("There was no upgrade yet.");
    } else {
      session.terminal().print(table);
    }
  }
}
