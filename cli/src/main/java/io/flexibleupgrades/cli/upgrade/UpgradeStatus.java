package io.flexibleupgrades.cli.upgrade;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexibleupgrades.cli.connection.Connection;
import io.flexibleupgrades.cli.http.ApiPath;
import io.flexibleupgrades.events.EnvironmentName;
import java.util.List;
import java.util.Optional;

/**
 * How an environment stands, as the Service Center shows it.
 *
 * @param upgradeId of its latest upgrade, nothing before the first one
 * @param to platform version of its latest upgrade, nothing if it is not known
 * @param sequence as of which event of the environment this is
 * @param messages the banner's lines
 * @param json the whole answer
 */
public record UpgradeStatus(
    Optional<String> upgradeId,
    Optional<String> to,
    UpgradeState state,
    int percentage,
    int total,
    int prepared,
    int failed,
    int skipped,
    int cancelled,
    long sequence,
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
        Optional.ofNullable(json.path("to").textValue()),
        UpgradeState.parse(json.path("state").asText()),
        json.path("percentage").asInt(),
        json.path("total").asInt(),
        json.path("prepared").asInt(),
        json.path("failed").asInt(),
        json.path("skipped").asInt(),
        json.path("cancelled").asInt(),
        json.path("asOf").path("sequence").asLong(),
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
    if (cancelled > 0) {
      caption.append(" · ").append(cancelled).append(" cancelled");
    }
    if (state == UpgradeState.PAUSED) {
      caption.append(" · ").append(state);
    }
    return caption.toString();
  }
}
