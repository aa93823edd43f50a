package io.flexibleupgrades.cli.upgrade;

import io.flexibleupgrades.cli.terminal.Terminal;
import io.flexibleupgrades.events.EnvironmentName;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Says, each time an upgrade comes to a standstill, what makes it go on. */
public final class StandstillNotice {
  private final Terminal terminal;
  private final EnvironmentName environment;
  private final Set<UpgradeState> standstills;
  private Optional<UpgradeState> before = Optional.empty();

  private StandstillNotice(
      Terminal terminal, EnvironmentName environment, Set<UpgradeState> standstills) {
    this.terminal = terminal;
    this.environment = environment;
    this.standstills = standstills;
  }

  /** Returns a notice of pauses, for a command that confirms the upgrade itself. */
  static StandstillNotice ofPauses(Terminal terminal, EnvironmentName environment) {
    return new StandstillNotice(terminal, environment, EnumSet.of(UpgradeState.PAUSED));
  }

  /** Returns a notice of pauses and of a confirmation that is missing. */
  public static StandstillNotice ofAll(Terminal terminal, EnvironmentName environment) {
    return new StandstillNotice(
        terminal, environment, EnumSet.of(UpgradeState.PAUSED, UpgradeState.AWAITING_CONFIRMATION));
  }

  void show(UpgradeStatus status) {
    var state = status.state();
    if (standstills.contains(state) && !before.equals(Optional.of(state))) {
      terminal.say(
          state == UpgradeState.PAUSED
              ? "The preparation is paused. It goes on with `flexup resume --env %s`."
                  .formatted(environment)
              : "The upgrade awaits confirmation. Confirm it with `%s`."
                  .formatted(confirming(environment, status.to().orElse("VERSION"))));
    }
    before = Optional.of(state);
  }

  /** Returns the command that leads back to the question. */
  static String confirming(EnvironmentName environment, String to) {
    return "flexup upgrade --env %s --to %s".formatted(environment, to);
  }
}
