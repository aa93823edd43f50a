package com.kestrelparcel.depotterminal;

import com.kestrelparcel.coresecurity.Staff;
import com.kestrelparcel.depots.Depot;
import com.kestrelparcel.labelprinting.Label;
import com.kestrelparcel.scanning.ScanGate;
import com.kestrelparcel.shipments.Shipment;
import com.kestrelparcel.sorting.SortingPlan;
import com.kestrelparcel.trainingdata.TrainingWorld;
import java.util.List;
import java.util.Map;
import platform.security.User;

/** The screen beside the belt: labels, chutes, and what the scanner could not read. */
public final class DepotTerminal {
  private final TrainingWorld world = new TrainingWorld();
  private final User worker;
  private final Depot depot;

  private DepotTerminal(User worker, String depotId) {
    Staff.require(worker, "sort parcels");
    this.worker = worker;
    this.depot = world.depots().get(depotId);
  }

  /** Sorts an evening's parcels in Frankfurt. */
  public static void main(String[] args) {
    new DepotTerminal(Staff.member("Radu", Staff.DEPOT), "FRA").evening();
  }

  private void evening() {
    List<Shipment> shipments = world.bookOrdinaryDay();
    new Label(shipments.get(3), world.depots(), world.clock()).lines().forEach(System.out::println);

    SortingPlan plan = new SortingPlan(depot, world.depots());
    for (Map.Entry<String, Integer> chute : plan.load(shipments).entrySet()) {
      System.out.println(chute.getKey() + ": " + chute.getValue());
    }
    System.out.println(worker.name() + " lifts " + plan.bulkyParcels() + " by hand");

    ScanGate gate =
        new ScanGate(depot, world.depots(), world.book(), world.tracking(), world.clock());
    shipments.forEach(shipment -> gate.scan(" " + shipment.number() + " "));
    gate.scan("KP0000471119");
    gate.scan("smeared label");
    gate.misreads().forEach(System.out::println);
  }
}
