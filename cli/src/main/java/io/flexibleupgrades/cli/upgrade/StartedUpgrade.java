package io.flexibleupgrades.cli.upgrade;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.flexibleupgrades.cli.connection.Connection;
import io.flexibleupgrades.cli.http.ApiPath;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.PlatformVersion;
import java.util.Optional;

/**
 * An upgrade that the orchestrator has accepted.
 *
 * @param alreadyStarted whether it was in progress before this call
 */
public record StartedUpgrade(String id, boolean alreadyStarted) {

  /**
   * Returns the environment's open upgrade if it is one to this version.
   *
   * @param before the environment as the orchestrator shows it
   */
  static Optional<StartedUpgrade> inProgress(
      Connection connection, EnvironmentName environment, JsonNode before, PlatformVersion to) {
    return OpenUpgrade.in(before)
        .filter(open -> {
          var status = UpgradeStatus.of(connection, environment);
          return open.isSubjectOf(status) && status.to().equals(Optional.of(to.value()));
        })
        .map(open -> new StartedUpgrade(open.id(), true));
  }

  /** Starts an upgrade; starting one that is in progress changes nothing. */
  public static StartedUpgrade start(
      Connection connection, EnvironmentName environment, PlatformVersion to, String requestedBy) {
    var answer =
        connection
            .orchestrator()
            .post(
                ApiPath.of("environments", environment, "upgrades"),
                JsonNodeFactory.instance
                    .objectNode()
                    .put("to", to.value())
                    .put("requestedBy", requestedBy))
            .body();
    return new StartedUpgrade(
        answer.path("upgradeId").asText(), answer.path("alreadyStarted").asBoolean());
  }

  /** Returns whether this status is about this upgrade. */
  public boolean isSubjectOf(UpgradeStatus status) {
    return status.upgradeId().filter(id::equals).isPresent();
  }
}
