package io.flexibleupgrades.cli.connection;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexibleupgrades.cli.command.WrongUsageException;
import io.flexibleupgrades.cli.http.ApiPath;
import io.flexibleupgrades.events.EnvironmentName;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names the environment a command is about. */
public final class EnvironmentOption {
  @Option(names = "--env", paramLabel = "NAME", description = "The environment; required.")
  private @Nullable EnvironmentName name;

  /** Returns the name, or refuses and says which environments there are. */
  public EnvironmentName name(Connection connection) {
    if (name != null) {
      return name;
    }
    throw new WrongUsageException("Missing option --env NAME. " + existing(connection));
  }

  /** Returns a sentence that lists the environments of the system. */
  public static String existing(Connection connection) {
    var names =
        connection
            .serviceCenter()
            .get(ApiPath.of("environments"))
            .path("items")
            .valueStream()
            .map(EnvironmentOption::nameOf)
            .sorted()
            .collect(Collectors.joining(", "));
    return names.isEmpty()
        ? "There is no environment yet; make one with `flexup environment create`."
        : "Environments: " + names + ".";
  }

  private static String nameOf(JsonNode item) {
    return item.isTextual() ? item.textValue() : item.path("name").asText();
  }
}
