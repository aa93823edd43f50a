package io.flexibleupgrades.cli.module;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.flexibleupgrades.cli.command.Arguments;
import io.flexibleupgrades.cli.command.ExitCode;
import io.flexibleupgrades.cli.command.Session;
import io.flexibleupgrades.cli.command.WrongUsageException;
import io.flexibleupgrades.cli.connection.EnvironmentOption;
import io.flexibleupgrades.cli.connection.OutputOption;
import io.flexibleupgrades.cli.connection.SystemOption;
import io.flexibleupgrades.cli.http.ApiPath;
import io.flexibleupgrades.cli.terminal.Table;
import io.flexibleupgrades.cli.terminal.Table.Cell;
import io.flexibleupgrades.events.ModuleId;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code flexup configure}. */
@Command(name = "configure", description = "Changes a module's settings, or shows them.")
@SuppressWarnings("NullAway.Init")
public final class ConfigureCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(index = "0", paramLabel = "MODULE", description = "The module's name.")
  private ModuleId module;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "key=value",
      description = "Settings to change; key= removes one; none shows what is set.")
  private List<String> settings = List.of();

  @Mixin private EnvironmentOption environment;
  @Mixin private SystemOption system;
  @Mixin private OutputOption output;

  public ConfigureCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    var terminal = session.terminal();
    var changes = Arguments.parse(settings, SettingChange::parse);
    var request = request(changes);
    try (var connection = system.connect(session)) {
      var path =
          ApiPath.of(
              "environments", environment.name(connection), "modules", module, "configuration");
      var orchestrator = connection.orchestrator();
      var configuration =
          changes.isEmpty() ? orchestrator.get(path) : orchestrator.put(path, request).body();
      if (output.isJson()) {
        terminal.json().print(configuration);
      } else {
        print(configuration);
      }
      return ExitCode.OK;
    }
  }

  private JsonNode request(List<SettingChange> changes) {
    var request = JsonNodeFactory.instance.objectNode().put("requestedBy", session.userName());
    var values = request.putObject("settings");
    var keys = new HashSet<String>();
    for (var change : changes) {
      if (!keys.add(change.key())) {
        throw new WrongUsageException("The setting '%s' is given twice.".formatted(change.key()));
      }
      values.put(change.key(), change.value().orElse(null));
    }
    return request;
  }

  private void print(JsonNode configuration) {
    var terminal = session.terminal();
    if (configuration.hasNonNull("message")) {
      terminal.say(configuration.path("message").asText());
    }
    var table = new Table("KEY", "VALUE");
    for (var setting : configuration.path("settings").properties()) {
      table.row(Cell.of(setting.getKey()), Cell.of(setting.getValue().asText()));
    }
    if (table.isEmpty()) {
      terminal.say("Module %s has no settings.".formatted(module));
    } else {
      terminal.print(table);
    }
  }
}
