package com.kestrelparcel.sorting;

/**
 * Where a parcel slides down from the belt: the gate of a vehicle and a shelf for large parcels.
 */
public record Chute(String gate, boolean bulky) {

  @Override
  public String toString() {
    return gate + (bulky ? "/bulky" : "");
  }
}
