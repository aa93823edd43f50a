package com.kestrelparcel.claims;

import com.kestrelparcel.coremoney.Money;
import com.kestrelparcel.shipments.Shipment;
import platform.entity.Entity;

/** A customer's demand for a parcel that was lost or damaged. */
public record Claim(
    String id, Shipment shipment, Reason reason, Money demanded, Money granted, boolean settled)
    implements Entity {

  /** What the customer says. */
  public enum Reason {
    LOST,
    DAMAGED,
    LATE
  }
}
