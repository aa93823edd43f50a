package io.flexibleupgrades.worker.preparing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.UnitId;
import io.flexibleupgrades.events.UpgradeId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The attempt that a malformed request still names, so that it can be ended instead of waiting for
 * its deadline.
 */
record NamedAttempt(
    UpgradeId upgradeId,
    EnvironmentName environment,
    UnitId unit,
    int attempt,
    Digest platform,
    List<ModuleId> modules) {

  /** Returns what these bytes name, nothing if they do not name an attempt and its modules. */
  static Optional<NamedAttempt> in(byte[] payload) {
    try {
      var json = new ObjectMapper().readTree(payload);
      if (json == null) {
        return Optional.empty();
      }
      var modules = new ArrayList<ModuleId>();
      for (JsonNode module : json.path("modules")) {
        modules.add(new ModuleId(module.path("module").asText()));
      }
      int attempt = json.path("attempt").asInt();
      if (modules.isEmpty() || attempt < 1) {
        return Optional.empty();
      }
      return Optional.of(
          new NamedAttempt(
              UpgradeId.parse(json.path("upgradeId").asText()),
              new EnvironmentName(json.path("environment").asText()),
              new UnitId(json.path("unit").asText()),
              attempt,
              new Digest(json.path("platform").path("digest").asText()),
              modules));
    } catch (IOException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
