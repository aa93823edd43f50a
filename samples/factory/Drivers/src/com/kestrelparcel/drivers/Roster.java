package com.kestrelparcel.drivers;

import com.kestrelparcel.corecalendar.WorkingDays;
import com.kestrelparcel.coresecurity.Staff;
import com.kestrelparcel.depots.Depot;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import platform.entity.Table;
import platform.security.User;

/** Who drives when: nobody drives more than five days in a row. */
public final class Roster {
  private static final int DAYS_IN_A_ROW = 5;

  private final Table<Driver> drivers = Table.named("Driver");
  private final Map<String, LocalDate> firstDays = new HashMap<>();
  private final WorkingDays days;

  /** An empty roster. */
  public Roster(WorkingDays days) {
    this.days = days;
  }

  /** Employs a driver from a day on. */
  public Driver employ(String name, Depot home, int shiftMinutes, LocalDate from) {
    User user = Staff.member(name, Staff.DRIVER);
    String id = home.id() + "/" + name;
    firstDays.put(id, from);
    return drivers.save(new Driver(id, user, home, shiftMinutes));
  }

  /** The drivers of a depot that work on a day. */
  public List<Driver> onDuty(Depot depot, LocalDate day) {
    if (!days.isWorkingDay(day)) {
      return List.of();
    }
    return drivers
        .query()
        .where(driver -> driver.home().equals(depot))
        .where(driver -> driver.user().hasRole("driver"))
        .where(driver -> works(driver, day))
        .orderBy(Driver::id)
        .list();
  }

  private boolean works(Driver driver, LocalDate day) {
    LocalDate first = firstDays.get(driver.id());
    if (day.isBefore(first)) {
      return false;
    }
    return days.between(first, day) % (DAYS_IN_A_ROW + 1) < DAYS_IN_A_ROW;
  }
}
