package io.flexibleupgrades.cli.reading;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexibleupgrades.cli.command.ExitCode;
import io.flexibleupgrades.cli.command.Session;
import io.flexibleupgrades.cli.command.WrongUsageException;
import io.flexibleupgrades.cli.connection.EnvironmentOption;
import io.flexibleupgrades.cli.connection.OutputOption;
import io.flexibleupgrades.cli.connection.SystemOption;
import io.flexibleupgrades.cli.http.ApiPath;
import io.flexibleupgrades.cli.http.ServiceClient;
import io.flexibleupgrades.cli.terminal.Colour;
import io.flexibleupgrades.cli.terminal.Table;
import io.flexibleupgrades.cli.terminal.Table.Cell;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code flexup modules}. */
@Command(name = "modules", description = "Lists the environment's modules with their state.")
@SuppressWarnings("NullAway.Init")
public final class ModulesCommand implements Callable<Integer> {
  private static final List<String> STATES =
      List.of("pending", "preparing", "prepared", "failed", "skipped", "cancelled", "excluded");

  private final Session session;

  @Option(
      names = "--state",
      paramLabel = "S",
      description =
          "Only those in this state: pending, preparing, prepared, failed, skipped, cancelled,"
              + " excluded.")
  private String state = "";

  @Mixin private EnvironmentOption environment;
  @Mixin private SystemOption system;
  @Mixin private OutputOption output;

  public ModulesCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (!state.isEmpty() && !STATES.contains(state)) {
      throw new WrongUsageException(
          "'%s' is no state of a module; the states are %s."
              .formatted(state, String.join(", ", STATES)));
    }
    try (var connection = system.connect(session)) {
      var path =
          ApiPath.of("environments", environment.name(connection), "modules").with("state", state);
      if (output.isJson()) {
        printJson(connection.serviceCenter(), path);
      } else {
        printTable(connection.serviceCenter(), path);
      }
      return ExitCode.OK;
    }
  }

  private void printJson(ServiceClient serviceCenter, ApiPath path) {
    var json = session.terminal().json();
    new Pages(serviceCenter)
        .forEach(
            path,
            module -> {
              json.element(module);
              return !session.terminal().outputIsClosed();
            });
    json.endArray();
  }

  private void printTable(ServiceClient serviceCenter, ApiPath path) {
    var table =
        new Table("MODULE", "KIND", "STATE", "RUNNING", "PREPARED", "WARNINGS", "BECAUSE OF");
    new Pages(serviceCenter)
        .forEach(
            path,
            module -> {
              table.row(
                  Cell.of(module.path("name").asText()),
                  Cell.of(Fields.text(module, "kind")),
                  state(module),
                  Cell.of(Fields.text(module, "runningVersion")),
                  Cell.of(Fields.text(module, "preparedVersion")),
                  Cell.of(module.path("warnings").asInt()),
                  Cell.of(because(module)));
              return true;
            });
    if (table.isEmpty()) {
      session.terminal().say("There is no such module.");
    } else {
      session.terminal().print(table);
    }
  }

  private static Cell state(JsonNode module) {
    var state = module.path("state").asText();
    return module.path("stale").asBoolean()
        ? new Cell(Colour.YELLOW, state + " (stale)", false)
        : Cell.ofState(state);
  }

  private static String because(JsonNode module) {
    var reason = module.path("excludedReason").textValue();
    return reason == null ? Fields.texts(module, "failedProducers") : reason;
  }
}
