package com.kestrelparcel.corecalendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;
import platform.time.PlatformClock;

/** The days on which the company collects and delivers: Monday to Saturday without holidays. */
public final class WorkingDays {
  private static final Set<MonthDay> HOLIDAYS =
      Set.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(12, 25), MonthDay.of(12, 26));

  private final PlatformClock clock;

  /** The working days seen from the clock's day. */
  public WorkingDays(PlatformClock clock) {
    this.clock = clock;
  }

  /** Whether parcels are delivered on this day. */
  public boolean isWorkingDay(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SUNDAY && !HOLIDAYS.contains(MonthDay.from(day));
  }

  /** The working day that is this many working days after another day. */
  public LocalDate after(LocalDate start, int workingDays) {
    LocalDate day = start;
    int left = workingDays;
    while (left > 0) {
      day = day.plusDays(1);
      if (isWorkingDay(day)) {
        left--;
      }
    }
    return day;
  }

  /** The number of working days after {@code from} up to and including {@code to}. */
  public int between(LocalDate from, LocalDate to) {
    return (int) from.plusDays(1).datesUntil(to.plusDays(1)).filter(this::isWorkingDay).count();
  }

  /** The next working day after today. */
  public LocalDate next() {
    return after(clock.today(), 1);
  }

  /** Today. */
  public LocalDate today() {
    return clock.today();
  }
}
