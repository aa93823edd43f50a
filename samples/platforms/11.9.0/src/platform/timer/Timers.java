package platform.timer;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** Runs work at fixed intervals, when it is asked to and on the caller's thread. */
public final class Timers {
  private static final class Timer {
    private final Duration interval;
    private final Runnable work;
    private LocalDateTime next;

    private Timer(LocalDateTime first, Duration interval, Runnable work) {
      this.next = first;
      this.interval = interval;
      this.work = work;
    }
  }

  private final List<Timer> timers = new ArrayList<>();

  /** Runs the work first at a time, and then after every interval. */
  public void schedule(LocalDateTime first, Duration interval, Runnable work) {
    if (interval.isNegative() || interval.isZero()) {
      throw new IllegalArgumentException(
          "A timer's interval must be positive, not " + interval + ".");
    }
    timers.add(new Timer(first, interval, work));
  }

  /** Runs the work every day at a time of day, from the first such time after {@code now}. */
  public void daily(LocalDateTime now, LocalTime at, Runnable work) {
    LocalDateTime today = now.toLocalDate().atTime(at);
    schedule(today.isAfter(now) ? today : today.plusDays(1), Duration.ofDays(1), work);
  }

  /** Runs everything that is due at this time and returns the number of runs. */
  public int runDue(LocalDateTime now) {
    int runs = 0;
    for (Timer timer : timers) {
      while (!timer.next.isAfter(now)) {
        timer.work.run();
        timer.next = timer.next.plus(timer.interval);
        runs++;
      }
    }
    return runs;
  }
}
