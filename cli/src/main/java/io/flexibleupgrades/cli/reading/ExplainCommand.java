package io.flexibleupgrades.cli.reading;

import io.flexibleupgrades.cli.command.CommandFailedException;
import io.flexibleupgrades.cli.command.ExitCode;
import io.flexibleupgrades.cli.command.Session;
import io.flexibleupgrades.cli.connection.EnvironmentOption;
import io.flexibleupgrades.cli.connection.OutputOption;
import io.flexibleupgrades.cli.connection.SystemOption;
import io.flexibleupgrades.cli.http.ApiPath;
import io.flexibleupgrades.cli.upgrade.UpgradeStatus;
import io.flexibleupgrades.events.ModuleId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code flexup explain}. */
@Command(name = "explain", description = "Shows a module's state and why it is so.")
@SuppressWarnings("NullAway.Init")
public final class ExplainCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "MODULE", description = "The module's name.")
  private ModuleId module;

  @Mixin private EnvironmentOption environment;
  @Mixin private SystemOption system;
  @Mixin private OutputOption output;

  public ExplainCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (var connection = system.connect(session)) {
      var name = environment.name(connection);
      var upgrade =
          UpgradeStatus.of(connection, name)
              .upgradeId()
              .orElseThrow(() ->
                  new CommandFailedException(
                      "Environment %s had no upgrade yet; there is nothing to explain."
                          .formatted(name)));
      var explained =
          connection
              .serviceCenter()
              .find(ApiPath.of("upgrades", upgrade, "modules", module))
              .orElseThrow(() ->
                  new CommandFailedException(
                      "The latest upgrade of %s knows no module '%s'. List them with `flexup modules --env %s`."
                          .formatted(name, module, name)));
      if (output.isJson()) {
        session.terminal().json().print(explained);
      } else {
        ModuleText.print(explained, session.terminal());
      }
      return ExitCode.OK;
    }
  }
}
