package io.flexibleupgrades.servicecenter.status;

import io.flexibleupgrades.events.Choice;
import io.flexibleupgrades.events.PreparationEvent.PreparationPaused;
import io.flexibleupgrades.events.SystemTask;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The columns that say how far an upgrade is, and what stands in its way. */
@Embeddable
class UpgradeStage {
  private UpgradeState state = UpgradeState.UPGRADING;
  private @Nullable String reason;

  @Column(name = "paused_by")
  private @Nullable String pausedBy;

  @Column(name = "pause_reason")
  private @Nullable String pauseReason;

  @Column(name = "system_task")
  private @Nullable String systemTask;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  UpgradeState state() {
    return state == UpgradeState.PREPARING && pausedBy != null ? UpgradeState.PAUSED : state;
  }

  @Nullable Instant endedAt() {
    return endedAt;
  }

  /** Returns what the banner says in a line of its own, null if there is nothing to say. */
  @Nullable String remark() {
    return switch (state()) {
      case PAUSED -> "Paused by %s: %s".formatted(pausedBy, pauseReason);
      case PREPARING ->
          systemTask == null ? null : Choice.parse(SystemTask.class, systemTask).title();
      case ERROR -> reason;
      case UPGRADING, AWAITING_CONFIRMATION, READY, READY_WITH_ERRORS, CANCELLED -> null;
    };
  }

  void awaitsConfirmation() {
    if (state == UpgradeState.UPGRADING) {
      state = UpgradeState.AWAITING_CONFIRMATION;
    }
  }

  void preparing() {
    state = UpgradeState.PREPARING;
    systemTask = null;
  }

  void preparing(SystemTask task) {
    state = UpgradeState.PREPARING;
    systemTask = task.toString();
  }

  void paused(PreparationPaused event) {
    pausedBy = event.requestedBy();
    pauseReason = event.reason();
  }

  void resumed() {
    pausedBy = null;
    pauseReason = null;
  }

  void refused(String why, Instant at) {
    reason = why;
    ended(UpgradeState.ERROR, at);
  }

  void ended(UpgradeState end, Instant at) {
    state = end;
    endedAt = at;
    systemTask = null;
    resumed();
  }

  void reopened() {
    preparing();
    reason = null;
    endedAt = null;
  }

  /** With the last of its modules prepared after the end, the environment is ready. */
  void recovered() {
    if (state == UpgradeState.READY_WITH_ERRORS || state == UpgradeState.CANCELLED) {
      state = UpgradeState.READY;
    }
  }
}
