package com.kestrelparcel.fleet;

import com.kestrelparcel.coretypes.Weight;
import com.kestrelparcel.depots.Depot;
import platform.entity.Entity;

/** A van or a lorry. */
public record Vehicle(String id, Kind kind, Depot home, int kilometres) implements Entity {

  /** The company's types of vehicles. */
  public enum Kind {
    CARGO_BIKE(150, 0, 0),
    ELECTRIC_VAN(900, 0, 20_000),
    LORRY(7_500, 780, 40_000);

    private final Weight payload;
    private final int gramsOfCarbonPerKilometre;
    private final int serviceKilometres;

    Kind(int kilograms, int gramsOfCarbonPerKilometre, int serviceKilometres) {
      this.payload = Weight.ofKilograms(kilograms);
      this.gramsOfCarbonPerKilometre = gramsOfCarbonPerKilometre;
      this.serviceKilometres = serviceKilometres;
    }

    /** What it carries at most. */
    public Weight payload() {
      return payload;
    }

    /** What it emits. */
    public int gramsOfCarbonPerKilometre() {
      return gramsOfCarbonPerKilometre;
    }
  }

  /** Whether it must see a workshop before it drives so far. */
  public boolean needsServiceWithin(int distance) {
    return kind.serviceKilometres > 0
        && kilometres % kind.serviceKilometres + distance >= kind.serviceKilometres;
  }
}
