package com.kestrelparcel.lockernetwork;

import com.kestrelparcel.coregeo.PostalArea;
import com.kestrelparcel.deliveries.DeliveryAttempt;
import com.kestrelparcel.deliveries.DeliveryOutcome;
import com.kestrelparcel.deliveries.Doorstep;
import com.kestrelparcel.depots.DepotNetwork;
import com.kestrelparcel.shipments.Shipment;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import platform.entity.Table;

/** Fills lockers with parcels whose recipients were not at home, and opens boxes by code. */
public final class LockerStation {
  private record Box(String locker, Shipment shipment) {}

  private final Table<Locker> lockers = Table.named("Locker");
  private final Map<String, Box> boxes = new TreeMap<>();
  private final DepotNetwork depots;
  private final Doorstep doorstep;

  /** A network without lockers. */
  public LockerStation(DepotNetwork depots, Doorstep doorstep) {
    this.depots = depots;
    this.doorstep = doorstep;
  }

  /** Puts up a locker in an area. */
  public Locker install(PostalArea area, int boxCount) {
    String id = "L" + area.number();
    return lockers.save(new Locker(id, area, depots.serving(area), boxCount));
  }

  /**
   * Puts a parcel into the nearest locker with a free box, after an attempt in vain; returns the
   * code.
   */
  public Optional<String> store(DeliveryAttempt attempt) {
    if (attempt.outcome() != DeliveryOutcome.NOBODY_HOME) {
      return Optional.empty();
    }
    Shipment shipment = attempt.shipment();
    PostalArea area = shipment.recipient().area();
    return lockers
        .query()
        .where(locker -> free(locker) > 0)
        .orderBy(locker -> locker.area().centre().kilometresTo(area.centre()))
        .first()
        .map(locker -> fill(locker, shipment));
  }

  /** Opens a box; the parcel counts as handed over. */
  public DeliveryAttempt collect(String code, LocalDate day) {
    Box box = boxes.remove(code);
    if (box == null) {
      throw new IllegalArgumentException("The code " + code + " opens no box.");
    }
    return doorstep.attempt(box.shipment(), day, DeliveryOutcome.HANDED_OVER);
  }

  /** The number of free boxes. */
  public int free(Locker locker) {
    long used = boxes.values().stream().filter(b -> b.locker().equals(locker.id())).count();
    return locker.boxes() - (int) used;
  }

  private String fill(Locker locker, Shipment shipment) {
    String code = locker.id() + "-" + Math.floorMod(shipment.number().serial() * 7919, 10_000);
    boxes.put(code, new Box(locker.id(), shipment));
    return code;
  }
}
