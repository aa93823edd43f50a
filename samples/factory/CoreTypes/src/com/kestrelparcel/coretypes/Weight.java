package com.kestrelparcel.coretypes;

import java.util.Locale;

/** A weight in whole grams. */
public record Weight(int grams) implements Comparable<Weight> {

  /** Refuses negative weights. */
  public Weight {
    if (grams < 0) {
      throw new IllegalArgumentException("A weight cannot be negative: " + grams + " g.");
    }
  }

  /** A weight in kilograms. */
  public static Weight ofKilograms(double kilograms) {
    return new Weight((int) Math.round(kilograms * 1000));
  }

  /** Both weights together. */
  public Weight plus(Weight other) {
    return new Weight(grams + other.grams);
  }

  /** The number of started kilograms. */
  public int startedKilograms() {
    return (grams + 999) / 1000;
  }

  @Override
  public int compareTo(Weight other) {
    return Integer.compare(grams, other.grams);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.1f kg", grams / 1000.0);
  }
}
