package io.flexibleupgrades.servicecenter.actions;

import io.flexibleupgrades.servicecenter.status.ModuleState;
import io.flexibleupgrades.servicecenter.status.UpgradeState;
import java.util.Arrays;
import java.util.List;

/** What an operator can ask of an upgrade, or of one of its modules. */
public enum Action {
  CONFIRM("confirm", "Start preparing", Reason.NONE),
  PREPARE("prepare", "Prepare again", Reason.OPTIONAL),
  PAUSE("pause", "Pause", Reason.REQUIRED),
  RESUME("resume", "Resume", Reason.NONE),
  CANCEL("cancel", "Cancel the preparation", Reason.OPTIONAL),
  PUBLISH("publish", "Publish", Reason.NONE);

  /** Whether somebody who asks for it says why. */
  enum Reason {
    NONE,
    OPTIONAL,
    REQUIRED
  }

  private final String wireName;
  private final String title;
  private final Reason reason;

  Action(String wireName, String title, Reason reason) {
    this.wireName = wireName;
    this.title = title;
    this.reason = reason;
  }

  /** Returns the action of that name. */
  public static Action parse(String text) {
    return Arrays.stream(values())
        .filter(action -> action.wireName.equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no action."));
  }

  /** Returns what fits an upgrade in this state. */
  public static List<Action> onUpgrade(UpgradeState state) {
    return switch (state) {
      case UPGRADING, READY, ERROR -> List.of();
      case AWAITING_CONFIRMATION -> List.of(CONFIRM, CANCEL);
      case PREPARING -> List.of(PAUSE, CANCEL);
      case PAUSED -> List.of(RESUME, CANCEL);
      case READY_WITH_ERRORS, CANCELLED -> List.of(PREPARE);
    };
  }

  /** Returns what fits a module in this state, of an upgrade in that state. */
  public static List<Action> onModule(UpgradeState state, ModuleState module) {
    return switch (state) {
      case UPGRADING, AWAITING_CONFIRMATION, PREPARING, PAUSED -> List.of();
      case READY, ERROR -> List.of(PUBLISH);
      case READY_WITH_ERRORS, CANCELLED ->
          switch (module) {
            case FAILED, SKIPPED, CANCELLED -> List.of(PREPARE, PUBLISH);
            case PENDING, PREPARING, PREPARED, EXCLUDED -> List.of(PUBLISH);
          };
    };
  }

  public String title() {
    return title;
  }

  public boolean takesReason() {
    return reason != Reason.NONE;
  }

  public boolean requiresReason() {
    return reason == Reason.REQUIRED;
  }

  @Override
  public String toString() {
    return wireName;
  }
}
