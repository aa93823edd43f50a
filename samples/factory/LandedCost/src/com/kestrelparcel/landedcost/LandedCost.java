package com.kestrelparcel.landedcost;

import com.kestrelparcel.coremoney.Money;

/** All that somebody abroad pays for something: the goods, the transport, the duty, the fee. */
public record LandedCost(Money goods, Money transport, Money duty, Money fee) {

  /** Everything together. */
  public Money total() {
    return goods.plus(transport).plus(duty).plus(fee);
  }
}
