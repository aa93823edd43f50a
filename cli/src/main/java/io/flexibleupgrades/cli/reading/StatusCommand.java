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

/** {@code flexup status}. */
@Command(name = "status", description = "Shows how the environment stands.")
@SuppressWarnings("NullAway.Init")
public final class StatusCommand implements Callable<Integer> {
  private final Session session;

  @Mixin private EnvironmentOption environment;
  @Mixin private SystemOption system;
  @Mixin private OutputOption output;

  public StatusCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (var connection = system.connect(session)) {
      var status = UpgradeStatus.of(connection, environment.name(connection));
      if (output.isJson()) {
        session.terminal().json().print(status.json());
      } else {
        StatusText.print(status, session.terminal());
      }
      return ExitCode.OK;
    }
  }
}
