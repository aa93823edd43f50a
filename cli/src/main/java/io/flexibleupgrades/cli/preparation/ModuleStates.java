package io.flexibleupgrades.cli.preparation;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexibleupgrades.cli.connection.Connection;
import io.flexibleupgrades.cli.http.ApiPath;
import io.flexibleupgrades.cli.preparation.Outcomes.Outcome;
import io.flexibleupgrades.cli.reading.Pages;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.ModuleId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The modules of an environment as they stand at one time.
 *
 * @param modules by name
 */
record ModuleStates(Map<String, JsonNode> modules) {
  private static final Set<String> LEFT_OVER = Set.of("failed", "skipped", "cancelled");

  static ModuleStates of(Connection connection, EnvironmentName environment) {
    var modules = new LinkedHashMap<String, JsonNode>();
    new Pages(connection.serviceCenter())
        .forEach(
            ApiPath.of("environments", environment, "modules"),
            module -> {
              modules.put(module.path("name").asText(), module);
              return true;
            });
    return new ModuleStates(modules);
  }

  /**
   * Returns what became of the modules that were to be prepared and of those that changed with
   * them.
   *
   * @param named those that were asked for; all that are left over if there are none
   */
  Outcomes outcomes(ModuleStates after, List<ModuleId> named) {
    var wanted = new HashSet<String>();
    named.forEach(module -> wanted.add(module.value()));
    return new Outcomes(
        after.modules.values().stream()
            .filter(module ->
                changed(module)
                    || (named.isEmpty()
                        ? LEFT_OVER.contains(stateOf(module))
                        : wanted.contains(module.path("name").asText())))
            .map(module -> new Outcome(stateOf(module), module))
            .toList());
  }

  private boolean changed(JsonNode after) {
    var before = before(after);
    return !before.path("state").equals(after.path("state"))
        || !before.path("settledAt").equals(after.path("settledAt"));
  }

  private String stateOf(JsonNode after) {
    return before(after).path("state").asText();
  }

  private JsonNode before(JsonNode after) {
    return modules.getOrDefault(after.path("name").asText(), after);
  }
}
