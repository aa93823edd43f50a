package io.flexibleupgrades.cli.upgrade;

import io.flexibleupgrades.cli.command.CommandFailedException;
import io.flexibleupgrades.cli.command.InterruptedCommandException;
import io.flexibleupgrades.cli.http.RefusedException;
import io.flexibleupgrades.cli.http.UnreachableException;
import io.flexibleupgrades.cli.terminal.Line;
import io.flexibleupgrades.cli.terminal.Terminal;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Reads something again and again until it is what is waited for. */
public final class RepeatedReading<T> {
  private static final Duration LOOK_EVERY = Duration.ofMillis(300);
  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);
  private static final int SERVER_ERROR = 500;
  private static final int NOT_FOUND = 404;

  private final Supplier<T> read;
  private final Terminal terminal;

  public RepeatedReading(Supplier<T> read, Terminal terminal) {
    this.read = read;
    this.terminal = terminal;
  }

  /**
   * Returns the first reading that is wanted, or nothing if the time is over before.
   *
   * @param seen is given every reading
   */
  public Optional<T> await(Predicate<T> wanted, Duration limit, Consumer<T> seen) {
    long begun = System.nanoTime();
    long answered = begun;
    while (true) {
      try {
        var reading = read.get();
        answered = System.nanoTime();
        seen.accept(reading);
        if (wanted.test(reading)) {
          return Optional.of(reading);
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

  /** A service that is started again, or has not read of the thing yet, comes back. */
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
    if (longest.isPositive()) {
      try {
        Thread.sleep(longest.compareTo(LOOK_EVERY) < 0 ? longest : LOOK_EVERY);
      } catch (InterruptedException e) {
        throw new InterruptedCommandException("waiting for the system", e);
      }
    }
  }
}
