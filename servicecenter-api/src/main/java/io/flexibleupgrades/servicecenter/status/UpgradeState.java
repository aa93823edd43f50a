package io.flexibleupgrades.servicecenter.status;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far an upgrade is. */
@Schema(
    type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING,
    enumeration = {
      "upgrading",
      "awaiting-confirmation",
      "preparing",
      "paused",
      "ready",
      "ready-with-errors",
      "cancelled",
      "error"
    })
public enum UpgradeState {
  /** The platform upgrade was started. */
  UPGRADING("upgrading"),
  /** The platform is upgraded; an operator has to confirm that the modules are prepared. */
  AWAITING_CONFIRMATION("awaiting-confirmation"),
  PREPARING("preparing"),
  /** Nothing more is requested until an operator resumes the preparation. */
  PAUSED("paused"),
  READY("ready"),
  READY_WITH_ERRORS("ready-with-errors"),
  /** An operator ended the preparation before all modules were settled. */
  CANCELLED("cancelled"),
  /**
   * The platform upgrade did not succeed or a system module stood in the way; nothing was prepared.
   */
  ERROR("error");

  private final String wireName;

  UpgradeState(String wireName) {
    this.wireName = wireName;
  }

  /** Returns the state of that name. */
  public static UpgradeState parse(String text) {
    return Arrays.stream(values())
        .filter(state -> state.wireName.equals(text))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no state."));
  }

  /** Returns whether nothing more will happen in the upgrade by itself. */
  public boolean isEnd() {
    return switch (this) {
      case UPGRADING, AWAITING_CONFIRMATION, PREPARING, PAUSED -> false;
      case READY, READY_WITH_ERRORS, CANCELLED, ERROR -> true;
    };
  }

  @JsonValue
  @Override
  public String toString() {
    return wireName;
  }
}
