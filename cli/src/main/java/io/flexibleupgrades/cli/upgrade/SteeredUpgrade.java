package io.flexibleupgrades.cli.upgrade;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.flexibleupgrades.cli.command.CommandFailedException;
import io.flexibleupgrades.cli.connection.Connection;
import io.flexibleupgrades.cli.http.ApiPath;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.ModuleId;
import java.util.List;
import java.util.Optional;

/**
 * A started upgrade and what an operator asks of it. Asking for what is so already changes nothing.
 *
 * @param requestedBy is recorded with what is asked
 */
public record SteeredUpgrade(Connection connection, String id, String requestedBy) {
  /**
   * What the orchestrator answers.
   *
   * @param changed whether it was not so already
   * @param message a sentence for the operator
   */
  public record Answer(UpgradeState state, boolean changed, String message, JsonNode json) {}

  /** Returns the environment's open upgrade, or else its latest. */
  public static SteeredUpgrade latest(
      Connection connection, EnvironmentName environment, String requestedBy) {
    return OpenUpgrade.of(connection, environment)
        .map(OpenUpgrade::id)
        .or(() -> UpgradeStatus.of(connection, environment).upgradeId())
        .map(id -> new SteeredUpgrade(connection, id, requestedBy))
        .orElseThrow(() ->
            new CommandFailedException(
                "Environment %s had no upgrade yet. Start one with `%s`."
                    .formatted(environment, StandstillNotice.confirming(environment, "VERSION"))));
  }

  Answer confirm() {
    return post("confirm", request());
  }

  /** Lets what is being compiled finish and no more begin. */
  public Answer pause(String reason) {
    return post("pause", request().put("reason", reason));
  }

  /** Lets a paused preparation go on. */
  public Answer resume() {
    return post("resume", request());
  }

  /** Ends the preparation; what is settled stays. */
  public Answer cancel(Optional<String> reason) {
    return post("cancel", because(reason));
  }

  /** Prepares modules again; all that are not prepared if none is named. */
  public Answer prepare(List<ModuleId> modules, Optional<String> reason) {
    var request = because(reason);
    if (!modules.isEmpty()) {
      var names = request.putArray("modules");
      modules.stream().distinct().forEach(module -> names.add(module.value()));
    }
    return post("prepare", request);
  }

  private ObjectNode because(Optional<String> reason) {
    var request = request();
    reason.ifPresent(text -> request.put("reason", text));
    return request;
  }

  private ObjectNode request() {
    return JsonNodeFactory.instance.objectNode().put("requestedBy", requestedBy);
  }

  private Answer post(String what, JsonNode request) {
    var json = connection.orchestrator().post(ApiPath.of("upgrades", id, what), request).body();
    return new Answer(
        UpgradeState.parse(json.path("state").asText()),
        json.path("changed").asBoolean(),
        json.path("message").asText(),
        json);
  }
}
