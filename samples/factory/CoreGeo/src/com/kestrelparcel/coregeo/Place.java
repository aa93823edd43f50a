package com.kestrelparcel.coregeo;

/** A point on a flat map, in kilometres east and north of the head office. */
public record Place(double east, double north) {

  /** The distance as the crow flies, in kilometres. */
  public double kilometresTo(Place other) {
    return Math.hypot(east - other.east, north - other.north);
  }
}
