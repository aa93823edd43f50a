package io.flexibleupgrades.cli.reading;

import io.flexibleupgrades.cli.command.ExitCode;
import io.flexibleupgrades.cli.command.Session;
import io.flexibleupgrades.cli.connection.EnvironmentOption;
import io.flexibleupgrades.cli.connection.OutputOption;
import io.flexibleupgrades.cli.connection.SystemOption;
import io.flexibleupgrades.cli.upgrade.UpgradeStatus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code flexup errors}. */
@Command(name = "errors", description = "Lists the modules that failed in the latest upgrade.")
@SuppressWarnings("NullAway.Init")
public final class ErrorsCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private EnvironmentOption environment;
  @Mixin private SystemOption system;
  @Mixin private OutputOption output;

  public ErrorsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    var terminal = session.terminal();
    try (var connection = system.connect(session)) {
      var name = environment.name(connection);
      var status = UpgradeStatus.of(connection, name);
      if (output.isJson()) {
        var json = terminal.json();
        Failures.forEach(
            connection,
            status,
            failure -> {
              json.element(failure);
              return !terminal.outputIsClosed();
            });
        json.endArray();
      } else {
        Failures.forEach(
            connection,
            status,
            failure -> {
              Failures.summary(failure).forEach(terminal::print);
              return !terminal.outputIsClosed();
            });
        if (status.failed() == 0) {
          terminal.say(
              status.upgradeId().isEmpty()
                  ? "There was no upgrade yet."
                  : "No module failed in the latest upgrade.");
        } else {
          terminal.say("More about one: flexup explain MODULE --env " + name);
        }
      }
      return ExitCode.OK;
    }
  }
}
