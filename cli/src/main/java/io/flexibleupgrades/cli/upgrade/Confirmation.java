package io.flexibleupgrades.cli.upgrade;

import io.flexibleupgrades.cli.command.WrongUsageException;
import io.flexibleupgrades.cli.terminal.Terminal;
import io.flexibleupgrades.cli.upgrade.TaskDialogue.Decision;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.PlatformVersion;
import java.util.Optional;

/** The second half of an on-premises upgrade: the operator's decision and what follows from it. */
final class Confirmation {
  private final SteeredUpgrade upgrade;
  private final EnvironmentName environment;
  private final PlatformVersion to;
  private final Terminal terminal;

  Confirmation(
      SteeredUpgrade upgrade, EnvironmentName environment, PlatformVersion to, Terminal terminal) {
    this.upgrade = upgrade;
    this.environment = environment;
    this.to = to;
    this.terminal = terminal;
  }

  /**
   * Returns how the upgrade stands after the decision: its end, or as it was if nothing is decided.
   *
   * @param awaiting how it stands before
   * @param agreed whether the operator agreed beforehand
   */
  UpgradeStatus conduct(FollowedUpgrade followed, UpgradeStatus awaiting, boolean agreed) {
    return switch (decision(agreed)) {
      case OK -> {
        terminal.say(upgrade.confirm().message());
        yield untilEnd(followed);
      }
      case CANCEL -> {
        if (!stillAwaits()) {
          terminal.say(
              "The tasks were started by somebody else meanwhile; nothing is cancelled. `flexup cancel --env %s` does that."
                  .formatted(environment));
          yield untilEnd(followed);
        }
        terminal.say(upgrade.cancel(Optional.empty()).message());
        terminal.say("The modules of environment %s are not prepared.".formatted(environment));
        yield followed.untilEnd();
      }
      case LEFT -> {
        terminal.say(leaving());
        yield awaiting;
      }
    };
  }

  private Decision decision(boolean agreed) {
    if (!agreed && !terminal.canAsk()) {
      throw new WrongUsageException(
          "The upgrade of %s to %s awaits confirmation, and there is no terminal to ask on. Pass --yes to confirm it."
              .formatted(environment, to));
    }
    var dialogue = new TaskDialogue(terminal);
    dialogue.listTasks();
    if (agreed) {
      return Decision.OK;
    }
    try (var _ = new LeavingNotice(terminal, leaving())) {
      return dialogue.ask();
    }
  }

  private UpgradeStatus untilEnd(FollowedUpgrade followed) {
    try (var _ = LeavingNotice.ofUpgrade(terminal, environment)) {
      return followed.untilEnd();
    }
  }

  /** The orchestrator knows a confirmation before the Service Center shows it. */
  private boolean stillAwaits() {
    return OpenUpgrade.of(upgrade.connection(), environment)
        .filter(open -> open.id().equals(upgrade.id()))
        .filter(OpenUpgrade::awaitsConfirmation)
        .isPresent();
  }

  private String leaving() {
    return "No task is started; the upgrade still awaits confirmation. Come back with `%s`."
        .formatted(StandstillNotice.confirming(environment, to.value()));
  }
}
