package io.flexibleupgrades.cli.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexibleupgrades.cli.connection.Connection;
import io.flexibleupgrades.cli.http.ApiPath;
import io.flexibleupgrades.cli.terminal.Colour;
import io.flexibleupgrades.cli.terminal.Line;
import io.flexibleupgrades.cli.terminal.Terminal;
import io.flexibleupgrades.cli.upgrade.StartedUpgrade;
import io.flexibleupgrades.events.EnvironmentName;
import java.util.Set;

/**
 * Tells of each module of an upgrade once, when it is settled. On a live line the prepared ones
 * pass by silently, the bar stands for them.
 */
final class SettledModules {
  private static final int CHANGES_A_CALL = 500;
  private static final Set<String> SETTLED = Set.of("prepared", "failed", "skipped");

  private final Connection connection;
  private final EnvironmentName environment;
  private final StartedUpgrade upgrade;
  private final Terminal terminal;
  private long read;

  SettledModules(
      Connection connection,
      EnvironmentName environment,
      StartedUpgrade upgrade,
      Terminal terminal) {
    this.connection = connection;
    this.environment = environment;
    this.upgrade = upgrade;
    this.terminal = terminal;
  }

  /** Tells of those that were settled since the last call. */
  void tell() {
    int items;
    do {
      var page =
          connection
              .serviceCenter()
              .get(
                  ApiPath.of("environments", environment, "changes")
                      .with("after", Long.toString(read))
                      .with("limit", Integer.toString(CHANGES_A_CALL)));
      page.path("items").forEach(this::tell);
      items = page.path("items").size();
      read = Math.max(read, page.path("next").asLong(read));
    } while (items == CHANGES_A_CALL);
  }

  private void tell(JsonNode change) {
    var state = change.path("state").asText();
    boolean ours = change.path("upgradeId").asText().equals(upgrade.id());
    if (ours
        && SETTLED.contains(state)
        && !(terminal.showsLiveLine() && state.equals("prepared"))) {
      terminal.say(
          Line.of("  ")
              .plus(Colour.ofState(state), "%-8s".formatted(state))
              .plus("  " + change.path("module").asText()));
    }
  }
}
