package com.kestrelparcel.tourplanning;

import com.kestrelparcel.coregeo.Place;
import com.kestrelparcel.coretypes.Weight;
import com.kestrelparcel.depots.Depot;
import com.kestrelparcel.depots.DepotNetwork;
import com.kestrelparcel.drivers.Driver;
import com.kestrelparcel.drivers.Roster;
import com.kestrelparcel.routing.LineHaul;
import com.kestrelparcel.shipments.Shipment;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Shares a depot's parcels among its drivers, and always drives to the nearest next stop. */
public final class TourPlanner {
  private static final int MINUTES_PER_STOP = 6;
  private static final Duration NIGHT = Duration.ofHours(9);

  private final DepotNetwork depots;
  private final LineHaul lineHaul;
  private final Roster roster;

  /** Plans with the drivers of a roster. */
  public TourPlanner(DepotNetwork depots, Roster roster) {
    this.depots = depots;
    this.lineHaul = new LineHaul(depots);
    this.roster = roster;
  }

  /** The tours of a depot on a day; without drivers there are none. */
  public List<Tour> plan(Depot depot, LocalDate day, List<Shipment> open) {
    List<Driver> drivers = roster.onDuty(depot, day);
    List<Shipment> here = open.stream().filter(s -> isServedBy(depot, s)).toList();
    List<Tour> tours = new ArrayList<>();
    for (int i = 0; i < drivers.size(); i++) {
      List<Shipment> share = new ArrayList<>();
      for (int j = i; j < here.size(); j += drivers.size()) {
        share.add(here.get(j));
      }
      tours.add(tour(drivers.get(i), share));
    }
    return tours;
  }

  /**
   * Whether a shipment that was collected in the evening reaches its depot before the tours start.
   */
  public boolean arrivesOvernight(Shipment shipment) {
    Depot from = depots.serving(shipment.sender().address().area());
    Depot to = depots.serving(shipment.recipient().area());
    Weight load = shipment.weight();
    return lineHaul.time(lineHaul.route(from, to, load)).compareTo(NIGHT) <= 0;
  }

  private boolean isServedBy(Depot depot, Shipment shipment) {
    return depots.serving(shipment.recipient().area()).equals(depot);
  }

  private Tour tour(Driver driver, List<Shipment> share) {
    List<Shipment> left = new ArrayList<>(share);
    List<Shipment> stops = new ArrayList<>();
    Place here = driver.home().place();
    double kilometres = 0;
    while (!left.isEmpty()) {
      Place from = here;
      Shipment next =
          left.stream().min(Comparator.comparingDouble(s -> distance(from, s))).orElseThrow();
      kilometres += distance(from, next);
      here = next.recipient().area().centre();
      stops.add(next);
      left.remove(next);
    }
    return new Tour(driver, stops, (int) Math.round(kilometres) + MINUTES_PER_STOP * stops.size());
  }

  private static double distance(Place from, Shipment to) {
    return from.kilometresTo(to.recipient().area().centre());
  }
}
