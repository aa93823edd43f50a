package io.flexibleupgrades.cli.preparation;

import io.flexibleupgrades.cli.command.ExitCode;
import io.flexibleupgrades.cli.command.Session;
import io.flexibleupgrades.cli.connection.EnvironmentOption;
import io.flexibleupgrades.cli.connection.OutputOption;
import io.flexibleupgrades.cli.connection.SystemOption;
import io.flexibleupgrades.cli.upgrade.SteeredUpgrade;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A command that asks one thing of the environment's latest upgrade and shows the answer. */
@SuppressWarnings("NullAway.Init")
public abstract sealed class SteeringCommand implements Callable<Integer>
    permits PauseCommand, ResumeCommand, CancelCommand {
  private final Session session;

  @Mixin private EnvironmentOption environment;
  @Mixin private SystemOption system;
  @Mixin private OutputOption output;

  SteeringCommand(Session session) {
    this.session = session;
  }

  abstract SteeredUpgrade.Answer ask(SteeredUpgrade upgrade);

  @Override
  public Integer call() {
    var terminal = session.terminal();
    try (var connection = system.connect(session)) {
      var name = environment.name(connection);
      var answer = ask(SteeredUpgrade.latest(connection, name, session.userName()));
      if (output.isJson()) {
        terminal.json().print(answer.json());
      } else {
        terminal.print(answer.message());
      }
      return ExitCode.OK;
    }
  }
}
