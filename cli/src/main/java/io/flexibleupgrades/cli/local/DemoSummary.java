package io.flexibleupgrades.cli.local;

import io.flexibleupgrades.cli.connection.Connection;
import io.flexibleupgrades.cli.reading.Failures;
import io.flexibleupgrades.cli.reading.StatusText;
import io.flexibleupgrades.cli.terminal.Colour;
import io.flexibleupgrades.cli.terminal.Line;
import io.flexibleupgrades.cli.terminal.Terminal;
import io.flexibleupgrades.cli.upgrade.UpgradeStatus;
import io.flexibleupgrades.events.EnvironmentName;

/** What the demonstration shows at its end. */
final class DemoSummary {
  private final Connection connection;
  private final EnvironmentName environment;
  private final Terminal terminal;

  DemoSummary(Connection connection, EnvironmentName environment, Terminal terminal) {
    this.connection = connection;
    this.environment = environment;
    this.terminal = terminal;
  }

  /** Prints the status, what failed and why, what was skipped and because of which producers. */
  void print(UpgradeStatus status) {
    terminal.print("");
    StatusText.print(status, terminal);
    if (status.failed() > 0) {
      terminal.print("");
      terminal.print(Line.of(Colour.BOLD, "Failed"));
      Failures.ofLatest(connection, status)
          .forEach(failure -> Failures.summary(failure).forEach(terminal::print));
    }
    if (status.skipped() > 0) {
      terminal.print("");
      terminal.print(Line.of(Colour.BOLD, "Skipped"));
      Failures.skipped(connection, environment)
          .forEach(line -> terminal.print(Line.of("  ").plus(line)));
    }
  }

  /** Says which commands show more, from another terminal. */
  void sayWhatNext(UpgradeStatus status, String arguments) {
    var env = " --env " + environment + arguments;
    terminal.say("");
    terminal.say("Service Center: " + connection.endpoints().serviceCenter());
    terminal.say("Try in another terminal:");
    terminal.say("  ./flexup errors" + env);
    terminal.say("  ./flexup modules" + env + " --state skipped");
    if (status.failed() > 0) {
      Failures.ofLatest(connection, status).stream()
          .findFirst()
          .ifPresent(failure ->
              terminal.say("  ./flexup explain " + failure.path("module").asText() + env));
    }
    terminal.say("  ./flexup status" + env + " -o json");
    terminal.say("Ctrl-C stops everything.");
  }
}
