package io.flexibleupgrades.orchestrator.environment;

import io.flexibleupgrades.events.EnvironmentEvent;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeCancelled;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeEnded;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeReopened;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeStarted;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.orchestrator.environment.EnvironmentCommand.CancelUpgrade;
import io.flexibleupgrades.orchestrator.environment.EnvironmentCommand.EndUpgrade;
import io.flexibleupgrades.orchestrator.environment.EnvironmentCommand.ReopenUpgrade;
import io.flexibleupgrades.orchestrator.environment.EnvironmentCommand.StartUpgrade;
import io.flexibleupgrades.orchestrator.environment.EnvironmentState.Known;
import io.flexibleupgrades.orchestrator.environment.EnvironmentState.OpenUpgrade;
import io.flexibleupgrades.orchestrator.environment.RejectedException.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of an environment's upgrades: one at a time, and none while something is published. */
final class UpgradeRules {
  private UpgradeRules() {}

  static List<EnvironmentEvent> start(StartUpgrade command, Known state) {
    var open = state.openUpgrade();
    if (open != null) {
      if (open.to().equals(command.to())) {
        return List.of();
      }
      throw new RejectedException(
          Rule.UPGRADE_IN_PROGRESS,
          "Environment '%s' is being upgraded to %s; wait for its end before you upgrade to %s."
              .formatted(state.name(), open.to().version(), command.to().version()));
    }
    command.eligibility().check(state.edition(), state.platform(), command.to());
    PublishRules.requireNone(state);
    return List.of(
        new UpgradeStarted(
            state.name(),
            command.upgradeId(),
            state.platform(),
            command.to(),
            command.requestedBy()));
  }

  static List<EnvironmentEvent> reopen(ReopenUpgrade command, Known state) {
    PublishRules.requireNone(state);
    return List.of(new UpgradeReopened(state.name(), command.upgradeId(), command.requestedBy()));
  }

  static List<EnvironmentEvent> end(EndUpgrade command, Known state) {
    var open = openUpgrade(state, command.upgradeId());
    return open == null
        ? List.of()
        : List.of(
            new UpgradeEnded(
                state.name(),
                command.upgradeId(),
                command.result(),
                command.onNewPlatform() ? open.to() : open.from()));
  }

  static List<EnvironmentEvent> cancel(CancelUpgrade command, Known state) {
    var open = openUpgrade(state, command.upgradeId());
    return open == null
        ? List.of()
        : List.of(
            new UpgradeCancelled(
                state.name(),
                command.upgradeId(),
                command.onNewPlatform() ? open.to() : open.from(),
                command.requestedBy()));
  }

  private static @Nullable OpenUpgrade openUpgrade(Known state, UpgradeId upgrade) {
    var open = state.openUpgrade();
    return open != null && open.id().equals(upgrade) ? open : null;
  }
}
