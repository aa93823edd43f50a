package io.flexibleupgrades.events;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The name of each type of message on the wire. A name is never used again for another shape. */
public enum WireName {
  ENVIRONMENT_CREATED("environment-created.v1", EnvironmentEvent.EnvironmentCreated.class),
  MODULE_REGISTERED("module-registered.v1", EnvironmentEvent.ModuleRegistered.class),
  MODULE_CHANGED("module-changed.v1", EnvironmentEvent.ModuleChanged.class),
  MODULE_ADOPTED("module-adopted.v1", EnvironmentEvent.ModuleAdopted.class),
  UPGRADE_STARTED("upgrade-started.v1", EnvironmentEvent.UpgradeStarted.class),
  UPGRADE_ENDED("upgrade-ended.v1", EnvironmentEvent.UpgradeEnded.class),
  UPGRADE_REOPENED("upgrade-reopened.v1", EnvironmentEvent.UpgradeReopened.class),
  UPGRADE_CANCELLED("upgrade-cancelled.v1", EnvironmentEvent.UpgradeCancelled.class),
  MODULE_REMOVED("module-removed.v1", EnvironmentEvent.ModuleRemoved.class),
  MODULE_CONFIGURED("module-configured.v1", EnvironmentEvent.ModuleConfigured.class),
  PUBLISH_STARTED("publish-started.v1", EnvironmentEvent.PublishStarted.class),
  MODULE_PUBLISHED("module-published.v1", EnvironmentEvent.ModulePublished.class),
  PUBLISH_ENDED("publish-ended.v1", EnvironmentEvent.PublishEnded.class),
  MODULES_ENLISTED("modules-enlisted.v1", PreparationEvent.ModulesEnlisted.class),
  MODULES_EXCLUDED("modules-excluded.v1", PreparationEvent.ModulesExcluded.class),
  PLATFORM_UPGRADED("platform-upgraded.v1", PreparationEvent.PlatformUpgraded.class),
  PLATFORM_UPGRADE_FAILED(
      "platform-upgrade-failed.v1", PreparationEvent.PlatformUpgradeFailed.class),
  PREPARATION_STARTED("preparation-started.v1", PreparationEvent.PreparationStarted.class),
  MODULE_PREPARE_REQUESTED(
      "module-prepare-requested.v1", PreparationEvent.ModulePrepareRequested.class),
  PREPARE_ATTEMPT_FAILED("prepare-attempt-failed.v1", PreparationEvent.PrepareAttemptFailed.class),
  MODULE_PREPARED("module-prepared.v1", PreparationEvent.ModulePrepared.class),
  MODULE_FAILED("module-failed.v1", PreparationEvent.ModuleFailed.class),
  MODULE_SKIPPED("module-skipped.v1", PreparationEvent.ModuleSkipped.class),
  PREPARATION_ENDED("preparation-ended.v1", PreparationEvent.PreparationEnded.class),
  PREPARATION_CONFIRMED("preparation-confirmed.v1", PreparationEvent.PreparationConfirmed.class),
  SYSTEM_PUBLISH_STARTED("system-publish-started.v1", PreparationEvent.SystemPublishStarted.class),
  SYSTEM_PUBLISH_ENDED("system-publish-ended.v1", PreparationEvent.SystemPublishEnded.class),
  PREPARATION_REFUSED("preparation-refused.v1", PreparationEvent.PreparationRefused.class),
  PREPARATION_PAUSED("preparation-paused.v1", PreparationEvent.PreparationPaused.class),
  PREPARATION_RESUMED("preparation-resumed.v1", PreparationEvent.PreparationResumed.class),
  PREPARATION_CANCELLED("preparation-cancelled.v1", PreparationEvent.PreparationCancelled.class),
  MODULES_REENLISTED("modules-reenlisted.v1", PreparationEvent.ModulesReenlisted.class),
  PREPARATION_REOPENED("preparation-reopened.v1", PreparationEvent.PreparationReopened.class),
  MODULE_RECOVERED("module-recovered.v1", PreparationEvent.ModuleRecovered.class),
  PREPARE_OUTCOME("prepare-outcome.v1", PrepareOutcome.class),
  WORKER_HEARTBEAT("worker-heartbeat.v1", WorkerHeartbeat.class);

  private final String text;
  private final Class<?> type;

  WireName(String text, Class<?> type) {
    this.text = text;
    this.type = type;
  }

  /** Returns the name as it stands in {@code ce_type}. */
  public String text() {
    return text;
  }

  /** Returns the record that has this name. */
  public Class<?> type() {
    return type;
  }

  /** Returns the wire name of this event or worker message. */
  public static WireName of(Object message) {
    return switch (message) {
      case Event event -> of(event);
      case WorkerMessage said -> of(said);
      default ->
          throw new IllegalArgumentException(message.getClass() + " is no message of the contract");
    };
  }

  /** Returns the type of that name, null if this version does not know it. */
  public static @Nullable WireName parse(String text) {
    return ByText.NAMES.get(text);
  }

  private static WireName of(Event event) {
    return switch (event) {
      case EnvironmentEvent.EnvironmentCreated _ -> ENVIRONMENT_CREATED;
      case EnvironmentEvent.ModuleRegistered _ -> MODULE_REGISTERED;
      case EnvironmentEvent.ModuleChanged _ -> MODULE_CHANGED;
      case EnvironmentEvent.ModuleAdopted _ -> MODULE_ADOPTED;
      case EnvironmentEvent.UpgradeStarted _ -> UPGRADE_STARTED;
      case EnvironmentEvent.UpgradeEnded _ -> UPGRADE_ENDED;
      case EnvironmentEvent.UpgradeReopened _ -> UPGRADE_REOPENED;
      case EnvironmentEvent.UpgradeCancelled _ -> UPGRADE_CANCELLED;
      case EnvironmentEvent.ModuleRemoved _ -> MODULE_REMOVED;
      case EnvironmentEvent.ModuleConfigured _ -> MODULE_CONFIGURED;
      case EnvironmentEvent.PublishStarted _ -> PUBLISH_STARTED;
      case EnvironmentEvent.ModulePublished _ -> MODULE_PUBLISHED;
      case EnvironmentEvent.PublishEnded _ -> PUBLISH_ENDED;
      case PreparationEvent.ModulesEnlisted _ -> MODULES_ENLISTED;
      case PreparationEvent.ModulesExcluded _ -> MODULES_EXCLUDED;
      case PreparationEvent.PlatformUpgraded _ -> PLATFORM_UPGRADED;
      case PreparationEvent.PlatformUpgradeFailed _ -> PLATFORM_UPGRADE_FAILED;
      case PreparationEvent.PreparationStarted _ -> PREPARATION_STARTED;
      case PreparationEvent.ModulePrepareRequested _ -> MODULE_PREPARE_REQUESTED;
      case PreparationEvent.PrepareAttemptFailed _ -> PREPARE_ATTEMPT_FAILED;
      case PreparationEvent.ModulePrepared _ -> MODULE_PREPARED;
      case PreparationEvent.ModuleFailed _ -> MODULE_FAILED;
      case PreparationEvent.ModuleSkipped _ -> MODULE_SKIPPED;
      case PreparationEvent.PreparationEnded _ -> PREPARATION_ENDED;
      case PreparationEvent.PreparationConfirmed _ -> PREPARATION_CONFIRMED;
      case PreparationEvent.SystemPublishStarted _ -> SYSTEM_PUBLISH_STARTED;
      case PreparationEvent.SystemPublishEnded _ -> SYSTEM_PUBLISH_ENDED;
      case PreparationEvent.PreparationRefused _ -> PREPARATION_REFUSED;
      case PreparationEvent.PreparationPaused _ -> PREPARATION_PAUSED;
      case PreparationEvent.PreparationResumed _ -> PREPARATION_RESUMED;
      case PreparationEvent.PreparationCancelled _ -> PREPARATION_CANCELLED;
      case PreparationEvent.ModulesReenlisted _ -> MODULES_REENLISTED;
      case PreparationEvent.PreparationReopened _ -> PREPARATION_REOPENED;
      case PreparationEvent.ModuleRecovered _ -> MODULE_RECOVERED;
    };
  }

  private static WireName of(WorkerMessage said) {
    return switch (said) {
      case PrepareOutcome _ -> PREPARE_OUTCOME;
      case WorkerHeartbeat _ -> WORKER_HEARTBEAT;
    };
  }

  private static final class ByText {
    static final Map<String, WireName> NAMES =
        Arrays.stream(WireName.values())
            .collect(Collectors.toUnmodifiableMap(WireName::text, Function.identity()));
  }
}
