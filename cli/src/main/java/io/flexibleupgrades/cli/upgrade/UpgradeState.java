package io.flexibleupgrades.cli.upgrade;

import io.flexibleupgrades.cli.command.CommandFailedException;
import io.flexibleupgrades.cli.command.ExitCode;
import io.flexibleupgrades.events.Choice;

/** How an environment stands, in the words of the status. */
public enum UpgradeState {
  UPGRADING("upgrading"),
  AWAITING_CONFIRMATION("awaiting-confirmation"),
  PREPARING("preparing"),
  PAUSED("paused"),
  READY("ready"),
  READY_WITH_ERRORS("ready-with-errors"),
  CANCELLED("cancelled"),
  ERROR("error");

  private final String text;

  UpgradeState(String text) {
    this.text = text;
  }

  /** Returns the state written as this text in an answer. */
  static UpgradeState parse(String text) {
    try {
      return Choice.parse(UpgradeState.class, text);
    } catch (IllegalArgumentException e) {
      throw new CommandFailedException(
          "The system names a state that this flexup does not know: %s Use the flexup of the system's version."
              .formatted(e.getMessage()),
          e);
    }
  }

  /** Returns whether nothing more happens by itself or by a confirmation. */
  public boolean isEnd() {
    return switch (this) {
      case UPGRADING, AWAITING_CONFIRMATION, PREPARING, PAUSED -> false;
      case READY, READY_WITH_ERRORS, CANCELLED, ERROR -> true;
    };
  }

  /** Returns the exit code of a command that ends in this state. */
  public int exitCode() {
    return switch (this) {
      case READY -> ExitCode.OK;
      case READY_WITH_ERRORS -> ExitCode.FINISHED_WITH_ERRORS;
      case UPGRADING, AWAITING_CONFIRMATION, PREPARING, PAUSED, CANCELLED, ERROR -> ExitCode.ERROR;
    };
  }

  @Override
  public String toString() {
    return text;
  }
}
