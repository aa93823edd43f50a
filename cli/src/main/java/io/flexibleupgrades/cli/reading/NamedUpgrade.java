package io.flexibleupgrades.cli.reading;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexibleupgrades.cli.command.CommandFailedException;
import io.flexibleupgrades.events.EnvironmentName;
import java.util.List;

/**
 * An upgrade of an environment that an operator named by its id or by the beginning of it.
 *
 * @param age how many upgrades of the environment are newer
 */
record NamedUpgrade(String id, int age) {
  private static final int SHORT_ID = 8;

  /** Returns the beginning of an upgrade's id that tells it from the others. */
  static String shortId(JsonNode upgrade) {
    var id = upgrade.path("upgradeId").asText();
    return id.substring(0, Math.min(SHORT_ID, id.length()));
  }

  /**
   * Returns the upgrade that this text names.
   *
   * @param ids of the environment's upgrades, the newest first
   */
  static NamedUpgrade of(String text, List<String> ids, EnvironmentName environment) {
    var found = ids.stream().filter(id -> id.startsWith(text)).toList();
    if (text.isBlank() || found.size() != 1) {
      throw new CommandFailedException(
          "%s upgrade of %s has an id that begins with '%s'. List them with `flexup history --env %s`."
              .formatted(found.isEmpty() ? "No" : "More than one", environment, text, environment));
    }
    return new NamedUpgrade(found.getFirst(), ids.indexOf(found.getFirst()));
  }
}
