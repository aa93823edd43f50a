package com.kestrelparcel.deliveries;

import com.kestrelparcel.depots.Depot;
import com.kestrelparcel.depots.DepotNetwork;
import com.kestrelparcel.shipments.Shipment;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Counts attempts: after the third in vain, a parcel goes back to its sender. */
public final class Doorstep {
  private static final int ATTEMPTS = 3;

  private final Map<String, Integer> attempts = new HashMap<>();
  private final DepotNetwork depots;

  /** A doorstep nobody has been at. */
  public Doorstep(DepotNetwork depots) {
    this.depots = depots;
  }

  /** Tries to deliver; what the driver reports is the outcome, except after too many attempts. */
  public DeliveryAttempt attempt(Shipment shipment, LocalDate day, DeliveryOutcome reported) {
    int attempt = attempts.merge(shipment.id(), 1, Integer::sum);
    boolean last = reported == DeliveryOutcome.NOBODY_HOME && attempt >= ATTEMPTS;
    Depot depot = depots.serving(shipment.recipient().area());
    return new DeliveryAttempt(
        shipment, depot, day, attempt, last ? DeliveryOutcome.REFUSED : reported);
  }

  /** How often delivery has been tried. */
  public int attemptsFor(Shipment shipment) {
    return attempts.getOrDefault(shipment.id(), 0);
  }
}
