package com.kestrelparcel.coregeo;

import com.kestrelparcel.coretypes.Weight;
import java.time.Duration;

/** What it takes to move a load from one place to another by road. */
public record Transport(Place from, Place to, Weight load) {
  private static final double DETOUR = 1.25;
  private static final double KILOMETRES_PER_HOUR = 62;

  /** The length of the way by road, in whole kilometres. */
  public int roadKilometres() {
    return (int) Math.ceil(from.kilometresTo(to) * DETOUR);
  }

  /** The driving time, a quarter of an hour for loading included. */
  public Duration time() {
    return Duration.ofMinutes(15 + Math.round(roadKilometres() / KILOMETRES_PER_HOUR * 60));
  }

  /** Tonne-kilometres, which freight and emissions are counted in. */
  public double tonneKilometres() {
    return roadKilometres() * load.grams() / 1_000_000.0;
  }
}
