package com.kestrelparcel.carbonreport;

import com.kestrelparcel.coretypes.Weight;
import com.kestrelparcel.depots.Depot;
import com.kestrelparcel.depots.DepotNetwork;
import com.kestrelparcel.routing.Leg;
import com.kestrelparcel.routing.LineHaul;
import com.kestrelparcel.shipments.Shipment;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the drives between depots emit, shared among the parcels on board. */
public final class CarbonReport {
  private static final Weight FULL_LORRY = Weight.ofKilograms(6_000);

  private final DepotNetwork network;
  private final LineHaul lineHaul;

  /** Reports on a network. */
  public CarbonReport(DepotNetwork network) {
    this.network = network;
    this.lineHaul = new LineHaul(network);
  }

  /** The grams of carbon dioxide that one shipment accounts for. */
  public long grams(Shipment shipment) {
    return route(shipment).stream().mapToLong(leg -> share(leg, shipment.weight())).sum();
  }

  /** The grams by connection, over all shipments. */
  public Map<String, Long> byConnection(List<Shipment> shipments) {
    Map<String, Long> grams = new TreeMap<>();
    for (Shipment shipment : shipments) {
      for (Leg leg : route(shipment)) {
        grams.merge(leg.toString(), share(leg, shipment.weight()), Long::sum);
      }
    }
    return grams;
  }

  private List<Leg> route(Shipment shipment) {
    Depot from = network.serving(shipment.sender().address().area());
    Depot to = network.serving(shipment.recipient().area());
    return lineHaul.route(from, to, FULL_LORRY);
  }

  private static long share(Leg leg, Weight weight) {
    long emitted =
        (long) leg.transport().roadKilometres() * leg.vehicle().gramsOfCarbonPerKilometre();
    return emitted * weight.grams() / FULL_LORRY.grams();
  }
}
