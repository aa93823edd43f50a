package com.kestrelparcel.routing;

import com.kestrelparcel.coregeo.Transport;
import com.kestrelparcel.depots.Depot;
import com.kestrelparcel.fleet.Vehicle;

/** A drive between two depots. */
public record Leg(Depot from, Depot to, Transport transport, Vehicle.Kind vehicle) {

  @Override
  public String toString() {
    return from.id() + ">" + to.id() + " " + transport.roadKilometres() + " km";
  }
}
