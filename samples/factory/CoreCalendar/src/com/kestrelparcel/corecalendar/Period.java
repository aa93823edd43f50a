package com.kestrelparcel.corecalendar;

import java.time.LocalDate;
import java.time.YearMonth;

/** A span of days; both ends belong to it. */
public record Period(LocalDate first, LocalDate last) {

  /** Refuses a period that ends before it starts. */
  public Period {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException("The period ends (" + last + ") before " + first + ".");
    }
  }

  /** A whole month. */
  public static Period of(YearMonth month) {
    return new Period(month.atDay(1), month.atEndOfMonth());
  }

  /** Whether the day belongs to it. */
  public boolean contains(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }
}
