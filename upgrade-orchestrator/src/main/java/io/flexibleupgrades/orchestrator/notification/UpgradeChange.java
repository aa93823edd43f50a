package io.flexibleupgrades.orchestrator.notification;

import io.flexibleupgrades.events.EnvironmentEvent;
import io.flexibleupgrades.events.EnvironmentEvent.EnvironmentCreated;
import io.flexibleupgrades.events.EnvironmentEvent.ModuleAdopted;
import io.flexibleupgrades.events.EnvironmentEvent.ModuleChanged;
import io.flexibleupgrades.events.EnvironmentEvent.ModuleConfigured;
import io.flexibleupgrades.events.EnvironmentEvent.ModulePublished;
import io.flexibleupgrades.events.EnvironmentEvent.ModuleRegistered;
import io.flexibleupgrades.events.EnvironmentEvent.ModuleRemoved;
import io.flexibleupgrades.events.EnvironmentEvent.PublishEnded;
import io.flexibleupgrades.events.EnvironmentEvent.PublishStarted;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeCancelled;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeEnded;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeReopened;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeStarted;
import io.flexibleupgrades.events.PlatformVersion;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.events.UpgradeResult;
import org.jspecify.annotations.Nullable;

/**
 * A change of an upgrade that somebody waits for.
 *
 * @param type of the notification
 * @param result how the upgrade ended, null if it did not
 * @param platform what the environment runs on from now on, null if the upgrade did not end
 * @param requestedBy who asked for the change, null if nobody did
 */
record UpgradeChange(
    String type,
    UpgradeId upgradeId,
    @Nullable String result,
    @Nullable PlatformVersion platform,
    @Nullable String requestedBy) {
  private static final String STARTED = "upgrade.started";
  private static final String ENDED = "upgrade.ended";
  private static final String FAILED = "upgrade.failed";

  /** Returns the change that the event is, null if it is none. */
  static @Nullable UpgradeChange of(EnvironmentEvent event) {
    return switch (event) {
      case UpgradeStarted e ->
          new UpgradeChange(STARTED, e.upgradeId(), null, null, e.requestedBy());
      case UpgradeReopened e ->
          new UpgradeChange(STARTED, e.upgradeId(), null, null, e.requestedBy());
      case UpgradeEnded e ->
          new UpgradeChange(
              e.result() == UpgradeResult.ERROR ? FAILED : ENDED,
              e.upgradeId(),
              e.result().toString(),
              e.platform().version(),
              null);
      case UpgradeCancelled e ->
          new UpgradeChange(
              ENDED, e.upgradeId(), "cancelled", e.platform().version(), e.requestedBy());
      case EnvironmentCreated _,
          ModuleRegistered _,
          ModuleChanged _,
          ModuleAdopted _,
          ModuleRemoved _,
          ModuleConfigured _,
          PublishStarted _,
          ModulePublished _,
          PublishEnded _ ->
          null;
    };
  }

  /** Whether the upgrade ended by it. */
  boolean isEnd() {
    return result != null;
  }
}
