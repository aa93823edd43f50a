package com.kestrelparcel.coremoney;

/** The tax on a net amount. */
public enum ValueAddedTax {
  STANDARD(19),
  REDUCED(7),
  EXEMPT(0);

  private final int percent;

  ValueAddedTax(int percent) {
    this.percent = percent;
  }

  /** The tax on the net amount. */
  public Money on(Money net) {
    return net.percent(percent);
  }

  /** The net amount with the tax. */
  public Money gross(Money net) {
    return net.plus(on(net));
  }
}
