package io.flexibleupgrades.cli.upgrade;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexibleupgrades.cli.connection.Connection;
import io.flexibleupgrades.cli.http.ApiPath;
import io.flexibleupgrades.events.EnvironmentName;
import java.util.Optional;

/** An upgrade that has not ended, as the orchestrator knows before the Service Center shows it. */
record OpenUpgrade(String id, String state) {

  /** Returns the environment's open upgrade; it has at most one. */
  static Optional<OpenUpgrade> of(Connection connection, EnvironmentName environment) {
    return in(connection.orchestrator().get(ApiPath.of("environments", environment)));
  }

  /** Returns the open upgrade of an environment as the orchestrator shows it. */
  static Optional<OpenUpgrade> in(JsonNode environment) {
    var open = environment.path("upgrade");
    return Optional.ofNullable(open.path("id").textValue())
        .map(id -> new OpenUpgrade(id, open.path("state").asText()));
  }

  boolean awaitsConfirmation() {
    return state.equals(UpgradeState.AWAITING_CONFIRMATION.toString());
  }

  /** Returns whether this status is about this upgrade. */
  boolean isSubjectOf(UpgradeStatus status) {
    return status.upgradeId().filter(id::equals).isPresent();
  }
}
