package com.kestrelparcel.depots;

import com.kestrelparcel.coregeo.PostalArea;
import com.kestrelparcel.coregeo.Transport;
import com.kestrelparcel.coretypes.Weight;
import java.util.List;
import platform.entity.Table;

/** All depots; each postal area is served by the nearest. */
public final class DepotNetwork {
  private final Table<Depot> depots = Table.named("Depot");

  /** The network as it stands. */
  public static DepotNetwork current() {
    DepotNetwork network = new DepotNetwork();
    network.open("BER", "Berlin", 12, 40_000);
    network.open("HAM", "Hamburg", 20, 35_000);
    network.open("CGN", "Cologne", 51, 45_000);
    network.open("FRA", "Frankfurt", 60, 60_000);
    network.open("MUC", "Munich", 80, 38_000);
    return network;
  }

  private void open(String id, String city, int area, int kilograms) {
    depots.save(new Depot(id, city, new PostalArea(area), Weight.ofKilograms(kilograms)));
  }

  /** The depot with this code. */
  public Depot get(String id) {
    return depots.get(id);
  }

  /** All depots by code. */
  public List<Depot> all() {
    return depots.query().orderBy(Depot::id).list();
  }

  /** The depot that serves a postal area. */
  public Depot serving(PostalArea area) {
    return depots
        .query()
        .orderBy(depot -> depot.place().kilometresTo(area.centre()))
        .first()
        .orElseThrow();
  }

  /** The road between two depots, with a load. */
  public Transport road(Depot from, Depot to, Weight load) {
    return new Transport(from.place(), to.place(), load);
  }
}
