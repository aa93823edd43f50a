package com.kestrelparcel.fleet;

import com.kestrelparcel.coretypes.Weight;
import com.kestrelparcel.depots.Depot;
import com.kestrelparcel.fleet.Vehicle.Kind;
import java.util.List;
import java.util.Optional;
import platform.entity.Table;
import platform.log.Log;

/** All vehicles and how far they have driven. */
public final class VehiclePool {
  private final Table<Vehicle> vehicles = Table.named("Vehicle");
  private final Log log = Log.of("Fleet");

  /** Adds a vehicle to a depot. */
  public Vehicle add(Kind kind, Depot home, int kilometres) {
    String id = home.id() + "-" + kind.name().charAt(0) + (vehicles.count() + 1);
    log.write(id + " joins the fleet");
    return vehicles.save(new Vehicle(id, kind, home, kilometres));
  }

  /** The smallest vehicle of a depot that carries the load so far without a service. */
  public Optional<Vehicle> choose(Depot depot, Weight load, int distance) {
    return vehicles
        .query()
        .where(vehicle -> vehicle.home().equals(depot))
        .where(vehicle -> vehicle.kind().payload().compareTo(load) >= 0)
        .where(vehicle -> !vehicle.needsServiceWithin(distance))
        .orderBy(vehicle -> vehicle.kind().payload())
        .first();
  }

  /** Records a drive. */
  public Vehicle drive(Vehicle vehicle, int distance) {
    if (vehicle.needsServiceWithin(distance)) {
      log.warn(vehicle.id() + " is due for a service");
    }
    return vehicles.save(
        new Vehicle(vehicle.id(), vehicle.kind(), vehicle.home(), vehicle.kilometres() + distance));
  }

  /** The vehicles of a depot. */
  public List<Vehicle> at(Depot depot) {
    return vehicles.query().where(v -> v.home().equals(depot)).orderBy(Vehicle::id).list();
  }

  /** What happened to vehicles, oldest first. */
  public List<String> log() {
    return log.entries().stream().map(Object::toString).toList();
  }
}
