package com.kestrelparcel.scanning;

import com.kestrelparcel.coretypes.TrackingNumber;
import com.kestrelparcel.depots.Depot;
import com.kestrelparcel.depots.DepotNetwork;
import com.kestrelparcel.shipments.Shipment;
import com.kestrelparcel.shipments.ShipmentBook;
import com.kestrelparcel.sorting.Chute;
import com.kestrelparcel.sorting.SortingPlan;
import com.kestrelparcel.tracking.ParcelStatus;
import com.kestrelparcel.tracking.TrackingEvent;
import com.kestrelparcel.tracking.TrackingLog;
import java.util.ArrayList;
import java.util.List;
import platform.time.PlatformClock;

/** The scanner above a depot's belt: it reads labels, records arrivals and opens chutes. */
public final class ScanGate {
  private final Depot depot;
  private final SortingPlan plan;
  private final ShipmentBook book;
  private final TrackingLog tracking;
  private final PlatformClock clock;
  private final List<String> misreads = new ArrayList<>();

  /** The scanner of a depot. */
  public ScanGate(
      Depot depot,
      DepotNetwork network,
      ShipmentBook book,
      TrackingLog tracking,
      PlatformClock clock) {
    this.depot = depot;
    this.plan = new SortingPlan(depot, network);
    this.book = book;
    this.tracking = tracking;
    this.clock = clock;
  }

  /** Reads a label; what is unreadable or has reached its end goes to the chute for manual work. */
  public Chute scan(String label) {
    TrackingNumber number;
    try {
      number = new TrackingNumber(label.strip());
    } catch (IllegalArgumentException e) {
      misreads.add(e.getMessage());
      return new Chute("MANUAL", false);
    }
    if (tracking.status(number).isFinal()) {
      misreads.add(number + " is not on its way any more.");
      return new Chute("MANUAL", false);
    }
    Shipment shipment = book.get(number);
    Chute chute = plan.chute(shipment);
    boolean leaving = chute.gate().startsWith("TOUR-");
    ParcelStatus status = leaving ? ParcelStatus.ON_DELIVERY : ParcelStatus.AT_DEPOT;
    tracking.add(new TrackingEvent(number, clock.today(), status, "depot " + depot.id()));
    return chute;
  }

  /** Why labels went to manual work, oldest first. */
  public List<String> misreads() {
    return List.copyOf(misreads);
  }
}
