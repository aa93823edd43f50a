package com.kestrelparcel.sorting;

import com.kestrelparcel.depots.Depot;
import com.kestrelparcel.depots.DepotNetwork;
import com.kestrelparcel.shipments.Shipment;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import platform.log.Log;
import platform.log.LogLevel;

/** Decides which chute each parcel takes in one depot. */
public final class SortingPlan {
  private static final int BULKY_GRAMS = 15_000;

  private final Depot depot;
  private final DepotNetwork network;
  private final Log log;

  /** The plan of a depot. */
  public SortingPlan(Depot depot, DepotNetwork network) {
    this.depot = depot;
    this.network = network;
    this.log = Log.of("Sorting " + depot.id());
  }

  /** The chute for a parcel: a local tour, the border, or the lorry to its depot. */
  public Chute chute(Shipment shipment) {
    boolean bulky = shipment.weight().grams() > BULKY_GRAMS;
    if (bulky) {
      log.warn(shipment.number() + " is bulky");
    }
    if (!shipment.recipient().isDomestic()) {
      return new Chute("BORDER", bulky);
    }
    Depot target = network.serving(shipment.recipient().area());
    String gate =
        target.equals(depot) ? "TOUR-" + shipment.recipient().area().number() : target.id();
    log.write(shipment.number() + " to " + gate);
    return new Chute(gate, bulky);
  }

  /** How many parcels each chute gets, by gate. */
  public Map<String, Integer> load(List<Shipment> shipments) {
    Map<String, Integer> load = new TreeMap<>();
    shipments.forEach(shipment -> load.merge(chute(shipment).toString(), 1, Integer::sum));
    return load;
  }

  /** How many parcels had to be lifted by hand. */
  public int bulkyParcels() {
    return log.count(LogLevel.WARNING);
  }
}
