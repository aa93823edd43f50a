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
