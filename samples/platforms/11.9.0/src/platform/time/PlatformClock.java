package platform.time;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** The environment's clock, which moves only when it is told to. */
public final class PlatformClock {
  private LocalDateTime now;

  private PlatformClock(LocalDateTime now) {
    this.now = now;
  }

  /** A clock that stands at this time. */
  public static PlatformClock at(LocalDateTime now) {
    return new PlatformClock(now);
  }

  /** The time it shows. */
  public LocalDateTime now() {
    return now;
  }

  /** The day it shows. */
  public LocalDate today() {
    return now.toLocalDate();
  }

  /**
   * The day it shows, as text in the form {@code 2025-03-31}.
   *
   * @deprecated use {@link #today} and a format
   */
  @Deprecated(since = "11.9.0")
  public String currentDate() {
    return today().toString();
  }

  /** Whether a time has come. */
  public boolean hasReached(LocalDateTime time) {
    return !now.isBefore(time);
  }

  /** Moves the clock forward. */
  public void advance(Duration by) {
    now = now.plus(by);
  }
}
