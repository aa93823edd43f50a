package io.flexibleupgrades.cli.command;

import io.flexibleupgrades.cli.terminal.Terminal;
import java.nio.file.Path;
import java.util.Map;

/**
 * The surroundings of one call of {@code flexup}.
 *
 * @param variables the environment variables of the process
 * @param home the folder that holds the built product and its samples
 * @param userHome holds the default data folder
 * @param userName is recorded with what this call starts
 */
public record Session(
    Terminal terminal, Map<String, String> variables, Path home, Path userHome, String userName) {
  public Session {
    variables = Map.copyOf(variables);
  }

  /** Returns the default data folder unless {@code FLEXUP_DATA} names another. */
  public Path dataFolder() {
    var named = variables.getOrDefault("FLEXUP_DATA", "");
    return named.isBlank()
        ? userHome.resolve(".flexup")
        : Path.of(named).toAbsolutePath().normalize();
  }
}
