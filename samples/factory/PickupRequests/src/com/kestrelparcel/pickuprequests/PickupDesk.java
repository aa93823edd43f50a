package com.kestrelparcel.pickuprequests;

import com.kestrelparcel.corecalendar.WorkingDays;
import com.kestrelparcel.customers.Customer;
import com.kestrelparcel.depots.Depot;
import com.kestrelparcel.depots.DepotNetwork;
import java.time.LocalDate;
import java.util.List;
import platform.entity.Table;
import platform.settings.Settings;

/** Books pickups on the first day on which the depot has a van left. */
public final class PickupDesk {
  private final Table<Pickup> pickups = Table.named("Pickup");
  private final DepotNetwork depots;
  private final WorkingDays days;
  private final Settings settings;

  /** A desk without pickups. */
  public PickupDesk(DepotNetwork depots, WorkingDays days, Settings settings) {
    this.depots = depots;
    this.days = days;
    this.settings = settings;
  }

  /** Books a pickup; shops and enterprises pay nothing and come first in the list of a day. */
  public Pickup book(Customer customer, int parcels) {
    Depot depot = depots.serving(customer.address().area());
    LocalDate day = days.next();
    while (on(depot, day).size() >= vansPerDay(depot)) {
      day = days.after(day, 1);
    }
    String id = "P" + (pickups.count() + 1);
    return pickups.save(new Pickup(id, customer, depot, day, parcels));
  }

  /** The pickups of a depot on a day, large customers first. */
  public List<Pickup> on(Depot depot, LocalDate day) {
    return pickups
        .query()
        .where(pickup -> pickup.depot().equals(depot) && pickup.day().equals(day))
        .orderBy(pickup -> -pickup.customer().segment().ordinal())
        .list();
  }

  private int vansPerDay(Depot depot) {
    String own = settings.get("vans." + depot.id());
    return own == null ? settings.number("vans", 3) : Integer.parseInt(own);
  }
}
