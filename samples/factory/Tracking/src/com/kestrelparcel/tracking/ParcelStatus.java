package com.kestrelparcel.tracking;

/** Where a parcel is in its life. */
public enum ParcelStatus {
  BOOKED,
  COLLECTED,
  AT_DEPOT,
  ON_DELIVERY,
  DELIVERED,
  RETURNED,
  LOST;

  /** Whether nothing follows. */
  public boolean isFinal() {
    return this == DELIVERED || this == RETURNED || this == LOST;
  }
}
