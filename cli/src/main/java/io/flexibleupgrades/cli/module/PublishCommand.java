package io.flexibleupgrades.cli.module;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.flexibleupgrades.cli.command.Arguments;
import io.flexibleupgrades.cli.command.ExitCode;
import io.flexibleupgrades.cli.command.Session;
import io.flexibleupgrades.cli.connection.Connection;
import io.flexibleupgrades.cli.connection.EnvironmentOption;
import io.flexibleupgrades.cli.connection.OutputOption;
import io.flexibleupgrades.cli.connection.SystemOption;
import io.flexibleupgrades.cli.http.ApiPath;
import io.flexibleupgrades.cli.upgrade.LeavingNotice;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.ModuleId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code flexup publish}. */
@Command(
    name = "publish",
    description = "Publishes modules: what is prepared is reused, the rest is compiled first.")
@SuppressWarnings("NullAway.Init")
public final class PublishCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(arity = "1..*", paramLabel = "MODULE", description = "The modules' names.")
  private List<String> modules;

  @Option(names = "--no-wait", description = "Return as soon as it is started.")
  private boolean noWait;

  @Mixin private EnvironmentOption environment;
  @Mixin private SystemOption system;
  @Mixin private OutputOption output;

  public PublishCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    var terminal = session.terminal();
    try (var connection = system.connect(session)) {
      var name = environment.name(connection);
      var accepted = accept(connection, name);
      var id = accepted.path("publishId").asText();
      if (noWait) {
        if (output.isJson()) {
          terminal.json().print(accepted);
        } else {
          terminal.print("Publish %s is started.".formatted(id));
          PublishText.printPlan(accepted, terminal);
        }
        return ExitCode.OK;
      }
      terminal.say(
          "Publish of %d modules in %s is started."
              .formatted(accepted.path("modules").size(), name));
      var publish = follow(connection, name, id);
      if (output.isJson()) {
        terminal.json().print(publish.json());
      } else {
        PublishText.print(publish, terminal);
      }
      return publish.isWithoutErrors() ? ExitCode.OK : ExitCode.FINISHED_WITH_ERRORS;
    }
  }

  private JsonNode accept(Connection connection, EnvironmentName name) {
    var request = JsonNodeFactory.instance.objectNode().put("requestedBy", session.userName());
    var names = request.putArray("modules");
    Arguments.parse(modules, ModuleId::new).stream()
        .distinct()
        .forEach(module -> names.add(module.value()));
    return connection
        .orchestrator()
        .post(ApiPath.of("environments", name, "publishes"), request)
        .body();
  }

  private Publish follow(Connection connection, EnvironmentName name, String id) {
    var terminal = session.terminal();
    var notice =
        "The publish goes on without this command. See what becomes of a module with `flexup explain MODULE --env %s`."
            .formatted(name);
    try (var _ = new LeavingNotice(terminal, notice)) {
      return Publish.untilEnd(connection, id, terminal);
    }
  }
}
