package com.kestrelparcel.depots;

import com.kestrelparcel.coregeo.Place;
import com.kestrelparcel.coregeo.PostalArea;
import com.kestrelparcel.coretypes.Weight;
import platform.entity.Entity;

/** A building where parcels change vehicles. */
public record Depot(String id, String city, PostalArea area, Weight capacity) implements Entity {

  /** Where it stands. */
  public Place place() {
    return area.centre();
  }
}
