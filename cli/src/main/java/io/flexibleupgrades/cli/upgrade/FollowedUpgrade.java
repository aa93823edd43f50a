package io.flexibleupgrades.cli.upgrade;

import io.flexibleupgrades.cli.connection.Connection;
import io.flexibleupgrades.cli.terminal.Terminal;
import io.flexibleupgrades.events.EnvironmentName;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/** An upgrade while a command follows it: its progress is shown until what is waited for. */
public final class FollowedUpgrade {
  private static final Duration NO_LIMIT = Duration.ofDays(3650);

  private final Connection connection;
  private final EnvironmentName environment;
  private final Optional<String> upgrade;
  private final StandstillNotice standstills;
  private final Terminal terminal;
  private final ProgressView view;

  /** Follows this upgrade, or whichever is the environment's latest if none is named. */
  public FollowedUpgrade(
      Connection connection,
      EnvironmentName environment,
      Optional<String> upgrade,
      StandstillNotice standstills,
      Terminal terminal) {
    this.connection = connection;
    this.environment = environment;
    this.upgrade = upgrade;
    this.standstills = standstills;
    this.terminal = terminal;
    this.view = new ProgressView(terminal);
  }

  /** Returns how it awaits its confirmation, or how it ended without one. */
  UpgradeStatus untilConfirmationOrEnd() {
    return await(
            status -> status.state() == UpgradeState.AWAITING_CONFIRMATION || hasEnded(status),
            NO_LIMIT)
        .orElseThrow();
  }

  /** Returns how it ended. */
  UpgradeStatus untilEnd() {
    return await(this::hasEnded, NO_LIMIT).orElseThrow();
  }

  /** Returns how it ended, or nothing if the time is over before. */
  Optional<UpgradeStatus> untilEnd(Duration limit) {
    return await(this::hasEnded, limit);
  }

  /**
   * Returns how it ended this time, after it had ended before.
   *
   * @param sequence as of which the end before was read
   */
  public UpgradeStatus untilEndAfter(long sequence) {
    return await(status -> status.sequence() > sequence && hasEnded(status), NO_LIMIT)
        .orElseThrow();
  }

  private Optional<UpgradeStatus> await(Predicate<UpgradeStatus> wanted, Duration limit) {
    var found =
        new Follower(connection, environment, terminal)
            .await(
                status -> isAboutIt(status) && wanted.test(status),
                limit,
                status -> {
                  if (isAboutIt(status)) {
                    view.show(status);
                    standstills.show(status);
                  }
                });
    terminal.endLive();
    return found;
  }

  private boolean isAboutIt(UpgradeStatus status) {
    return upgrade.isEmpty() || upgrade.equals(status.upgradeId());
  }

  /** An upgrade that goes on after its end is open before the Service Center shows that. */
  private boolean hasEnded(UpgradeStatus status) {
    return status.state().isEnd()
        && OpenUpgrade.of(connection, environment)
            .filter(open -> open.isSubjectOf(status))
            .isEmpty();
  }
}
