package com.kestrelparcel.coremoney;

import platform.text.TextFormat;

/** An amount of euros in whole cents. */
public record Money(long cents) implements Comparable<Money> {

  /** Nothing. */
  public static final Money ZERO = new Money(0);

  /** An amount of euros and cents. */
  public static Money euros(long euros, int cents) {
    return new Money(euros * 100 + cents);
  }

  /** Both amounts together. */
  public Money plus(Money other) {
    return new Money(Math.addExact(cents, other.cents));
  }

  /** What is left when the other amount is taken away. */
  public Money minus(Money other) {
    return new Money(Math.subtractExact(cents, other.cents));
  }

  /** The amount, so many times. */
  public Money times(int factor) {
    return new Money(Math.multiplyExact(cents, (long) factor));
  }

  /** A share in hundredths, rounded half up. */
  public Money percent(int percent) {
    return new Money(Math.floorDiv(cents * percent + 50, 100));
  }

  /** Whether the amount is above zero. */
  public boolean isPositive() {
    return cents > 0;
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(cents, other.cents);
  }

  @Override
  public String toString() {
    return TextFormat.money(cents, "EUR");
  }
}
