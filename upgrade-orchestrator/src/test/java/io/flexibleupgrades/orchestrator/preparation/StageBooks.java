package io.flexibleupgrades.orchestrator.preparation;

import io.flexibleupgrades.events.PreparationEvent;
import io.flexibleupgrades.events.PreparationEvent.ModulesEnlisted;
import io.flexibleupgrades.events.PreparationEvent.PlatformUpgradeFailed;
import io.flexibleupgrades.events.PreparationEvent.PlatformUpgraded;
import io.flexibleupgrades.events.PreparationEvent.PreparationCancelled;
import io.flexibleupgrades.events.PreparationEvent.PreparationConfirmed;
import io.flexibleupgrades.events.PreparationEvent.PreparationEnded;
import io.flexibleupgrades.events.PreparationEvent.PreparationPaused;
import io.flexibleupgrades.events.PreparationEvent.PreparationRefused;
import io.flexibleupgrades.events.PreparationEvent.PreparationReopened;
import io.flexibleupgrades.events.PreparationEvent.PreparationResumed;
import io.flexibleupgrades.events.PreparationEvent.PreparationStarted;
import io.flexibleupgrades.events.PreparationEvent.SystemPublishEnded;
import io.flexibleupgrades.events.PreparationEvent.SystemPublishStarted;
import io.flexibleupgrades.events.SystemTask;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How far a simulated preparation is as a whole, from the events alone. */
final class StageBooks {
  enum At {
    NOTHING,
    PLANNED,
    AWAITING_CONFIRMATION,
    PUBLISHING_SYSTEM,
    STARTED,
    PAUSED,
    READY,
    READY_WITH_ERRORS,
    CANCELLED,
    REFUSED,
    PLATFORM_NOT_UPGRADED
  }

  private static final List<SystemTask> TASKS = List.of(SystemTask.values());

  private At at = At.NOTHING;
  private int tasksDone;
  private @Nullable SystemTask running;
  private boolean hasPlan;
  private boolean wasStarted;

  void enter(PreparationEvent event) {
    switch (event) {
      case ModulesEnlisted _ -> at = At.PLANNED;
      case PlatformUpgraded _ -> {
        at = At.AWAITING_CONFIRMATION;
        hasPlan = true;
      }
      case PlatformUpgradeFailed _ -> at = At.PLATFORM_NOT_UPGRADED;
      case PreparationConfirmed _ -> publishSystem();
      case SystemPublishStarted e -> running = e.task();
      case SystemPublishEnded _ -> {
        running = null;
        tasksDone++;
      }
      case PreparationRefused _ -> at = At.REFUSED;
      case PreparationStarted _ -> {
        at = At.STARTED;
        hasPlan = true;
        wasStarted = true;
      }
      case PreparationPaused _ -> at = At.PAUSED;
      case PreparationResumed _ -> at = At.STARTED;
      case PreparationCancelled _ -> at = At.CANCELLED;
      case PreparationEnded e ->
          at = e.failed() + e.skipped() == 0 ? At.READY : At.READY_WITH_ERRORS;
      case PreparationReopened _ -> publishSystem();
      default -> {
        // About modules.
      }
    }
  }

  private void publishSystem() {
    at = At.PUBLISHING_SYSTEM;
    tasksDone = 0;
    running = null;
    wasStarted = false;
  }

  /** Every module turns out to be prepared after the end. */
  void complete() {
    if (at == At.READY_WITH_ERRORS || (at == At.CANCELLED && hasPlan)) {
      at = At.READY;
    }
  }

  At at() {
    return at;
  }

  boolean isEnded() {
    return switch (at) {
      case READY, READY_WITH_ERRORS, CANCELLED, REFUSED, PLATFORM_NOT_UPGRADED -> true;
      case NOTHING, PLANNED, AWAITING_CONFIRMATION, PUBLISHING_SYSTEM, STARTED, PAUSED -> false;
    };
  }

  /** Whether the modules are being prepared, with a pause or without. */
  boolean isUnderWay() {
    return at == At.STARTED || at == At.PAUSED;
  }

  /** Whether it has a plan to follow, or followed one. */
  boolean hasPlan() {
    return hasPlan;
  }

  /** Whether the modules were being prepared when it ended. */
  boolean wasStarted() {
    return wasStarted;
  }

  /** Returns the task that is to be begun next, null if none is. */
  @Nullable SystemTask nextTask() {
    return at != At.PUBLISHING_SYSTEM || running != null || areTasksDone()
        ? null
        : TASKS.get(tasksDone);
  }

  @Nullable SystemTask runningTask() {
    return at == At.PUBLISHING_SYSTEM ? running : null;
  }

  boolean areTasksDone() {
    return tasksDone == TASKS.size();
  }

  /** Returns the state in the words of the status. */
  String word() {
    return switch (at) {
      case NOTHING, PLANNED -> "upgrading";
      case PUBLISHING_SYSTEM, STARTED -> "preparing";
      case REFUSED, PLATFORM_NOT_UPGRADED -> "error";
      case AWAITING_CONFIRMATION, PAUSED, READY, READY_WITH_ERRORS, CANCELLED ->
          at.name().toLowerCase(Locale.ROOT).replace('_', '-');
    };
  }
}
