package io.flexibleupgrades.cli.module;

import io.flexibleupgrades.cli.command.ExitCode;
import io.flexibleupgrades.cli.command.Session;
import io.flexibleupgrades.cli.connection.EnvironmentOption;
import io.flexibleupgrades.cli.connection.OutputOption;
import io.flexibleupgrades.cli.connection.SystemOption;
import io.flexibleupgrades.cli.http.ApiPath;
import io.flexibleupgrades.events.ModuleId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code flexup remove}. */
@Command(name = "remove", description = "Removes a module that no other module consumes.")
@SuppressWarnings("NullAway.Init")
public final class RemoveCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(paramLabel = "MODULE", description = "The module's name.")
  private ModuleId module;

  @Mixin private EnvironmentOption environment;
  @Mixin private SystemOption system;
  @Mixin private OutputOption output;

  public RemoveCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    var terminal = session.terminal();
    try (var connection = system.connect(session)) {
      var answer =
          connection
              .orchestrator()
              .delete(
                  ApiPath.of("environments", environment.name(connection), "modules", module)
                      .with("requestedBy", session.userName()))
              .body();
      if (output.isJson()) {
        terminal.json().print(answer);
      } else {
        terminal.print(answer.path("message").asText());
      }
      return ExitCode.OK;
    }
  }
}
