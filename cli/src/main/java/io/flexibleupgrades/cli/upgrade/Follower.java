package io.flexibleupgrades.cli.upgrade;

import io.flexibleupgrades.cli.command.CommandFailedException;
import io.flexibleupgrades.cli.command.InterruptedCommandException;
import io.flexibleupgrades.cli.connection.Connection;
import io.flexibleupgrades.cli.http.RefusedException;
import io.flexibleupgrades.cli.http.UnreachableException;
import io.flexibleupgrades.cli.terminal.Line;
import io.flexibleupgrades.cli.terminal.Terminal;
import io.flexibleupgrades.events.EnvironmentName;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Reads an environment's status again and again until it is what is waited for. */
public final class Follower {
  private static final Duration LOOK_EVERY = Duration.ofMillis(300);
  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);
  private static final int SERVER_ERROR = 500;
  private static final int NOT_FOUND = 404;

  private final Connection connection;
  private final EnvironmentName environment;
  private final Terminal terminal;

  public Follower(Connection connection, EnvironmentName environment, Terminal terminal) {
    this.connection = connection;
    this.environment = environment;
    this.terminal = terminal;
  }

  /**
   * Returns the first status that is wanted, or nothing if the time is over before.
   *
   * @param seen is given every status
   */
  public Optional<UpgradeStatus> await(
      Predicate<UpgradeStatus> wanted, Duration limit, Consumer<UpgradeStatus> seen) {
    long begun = System.nanoTime();
    long answered = begun;
    while (true) {
      try {
        var status = UpgradeStatus.of(connection, environment);
        answered = System.nanoTime();
        seen.accept(status);
        if (wanted.test(status)) {
          return Optional.of(status);
        }
      } catch (UnreachableException e) {
        tolerate(e, answered);
      } catch (RefusedException e) {
        if (e.status() < SERVER_ERROR && e.status() != NOT_FOUND) {
          throw e;
        }
        tolerate(e, answered);
      }
      if (passed(begun).compareTo(limit) >= 0) {
        terminal.endLive();
        return Optional.empty();
      }
      pause(limit.minus(passed(begun)));
    }
  }

  /** A Service Center that is started again, or has not read of the environment yet, comes back. */
  private void tolerate(CommandFailedException failure, long answered) {
    if (passed(answered).compareTo(LONGEST_SILENCE) > 0) {
      throw failure;
    }
    terminal.live(Line.of("waiting for the Service Center…"));
  }

  private static Duration passed(long since) {
    return Duration.ofNanos(System.nanoTime() - since);
  }

  private static void pause(Duration longest) {
    try {
      Thread.sleep(longest.compareTo(LOOK_EVERY) < 0 ? longest : LOOK_EVERY);
    } catch (InterruptedException e) {
      throw new InterruptedCommandException("waiting for the upgrade", e);
    }
  }
}
