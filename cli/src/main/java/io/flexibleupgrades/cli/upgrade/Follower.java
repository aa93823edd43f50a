package io.flexibleupgrades.cli.upgrade;

import io.flexibleupgrades.cli.connection.Connection;
import io.flexibleupgrades.cli.terminal.Terminal;
import io.flexibleupgrades.events.EnvironmentName;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Reads an environment's status again and again until it is what is waited for. */
public final class Follower {
  private final RepeatedReading<UpgradeStatus> readings;

  public Follower(Connection connection, EnvironmentName environment, Terminal terminal) {
    this.readings =
        new RepeatedReading<>(() -> UpgradeStatus.of(connection, environment), terminal);
  }

  /**
   * Returns the first status that is wanted, or nothing if the time is over before.
   *
   * @param seen is given every status
   */
  public Optional<UpgradeStatus> await(
      Predicate<UpgradeStatus> wanted, Duration limit, Consumer<UpgradeStatus> seen) {
    return readings.await(wanted, limit, seen);
  }
}
