package io.flexibleupgrades.cli.upgrade;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexibleupgrades.cli.command.CommandFailedException;
import io.flexibleupgrades.cli.connection.Connection;
import io.flexibleupgrades.cli.http.ApiPath;
import io.flexibleupgrades.events.Choice;
import io.flexibleupgrades.events.EnvironmentName;
import java.util.List;
import java.util.Optional;

/**
 * How an environment stands, as the Service Center shows it.
 *
 * @param upgradeId of its latest upgrade, nothing before the first one
 * @param messages the banner's lines
 * @param json the whole answer
 */
public record UpgradeStatus(
    Optional<String> upgradeId,
    UpgradeState state,
    int percentage,
    int total,
    int prepared,
    int failed,
    int skipped,
    List<String> messages,
    JsonNode json) {
  public UpgradeStatus {
    messages = List.copyOf(messages);
  }

  /** Returns how an environment stands. */
  public static UpgradeStatus of(Connection connection, EnvironmentName environment) {
    return of(connection.serviceCenter().get(ApiPath.of("environments", environment, "status")));
  }

  static UpgradeStatus of(JsonNode json) {
    return new UpgradeStatus(
        Optional.ofNullable(json.path("upgradeId").textValue()),
        state(json.path("state").asText()),
        json.path("percentage").asInt(),
        json.path("total").asInt(),
        json.path("prepared").asInt(),
        json.path("failed").asInt(),
        json.path("skipped").asInt(),
        json.path("messages").valueStream().map(JsonNode::asText).toList(),
        json);
  }

  /** Returns how many modules are settled. */
  int settled() {
    return prepared + failed + skipped;
  }

  /** Returns the counts in words, without those that are zero. */
  public String caption() {
    if (total == 0) {
      return state.toString();
    }
    var caption = new StringBuilder("%d of %d modules".formatted(settled(), total));
    if (failed > 0) {
      caption.append(" · ").append(failed).append(" failed");
    }
    if (skipped > 0) {
      caption.append(" · ").append(skipped).append(" skipped");
    }
    return caption.toString();
  }

  private static UpgradeState state(String text) {
    try {
      return Choice.parse(UpgradeState.class, text);
    } catch (IllegalArgumentException e) {
      throw new CommandFailedException(
          "The Service Center names a state that this flexup does not know: %s Use the flexup of"
                  .formatted(e.getMessage())
              + " the system's version.",
          e);
    }
  }
}
