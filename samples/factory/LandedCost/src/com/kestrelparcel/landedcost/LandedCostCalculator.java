package com.kestrelparcel.landedcost;

import com.kestrelparcel.addressbook.Address;
import com.kestrelparcel.coremoney.Money;
import com.kestrelparcel.customs.Goods;
import com.kestrelparcel.customs.Tariff;
import com.kestrelparcel.quoting.Quote;
import java.util.List;

/** Adds up what a delivery abroad costs at the door. */
public final class LandedCostCalculator {
  private static final Money HANDLING = Money.euros(6, 50);

  private final Tariff tariff;

  /** Calculates with the tariffs in force. */
  public LandedCostCalculator() {
    this(Tariff.inForce());
  }

  /** Calculates with a tariff. */
  public LandedCostCalculator(Tariff tariff) {
    this.tariff = tariff;
  }

  /** The cost at the door of one thing. */
  public LandedCost calculate(String description, Money value, Address to, Quote quote) {
    return calculate(List.of(new Goods(description, 1, value)), to, quote);
  }

  /**
   * The cost at the door.
   *
   * @throws IllegalArgumentException when the goods may not enter the country
   */
  public LandedCost calculate(List<Goods> goods, Address to, Quote quote) {
    Money value = Money.ZERO;
    Money duty = Money.ZERO;
    for (Goods item : goods) {
      if (!tariff.admits(item, to.country())) {
        throw new IllegalArgumentException(
            item.description() + " may not be sent to " + to.country() + ".");
      }
      value = value.plus(item.value());
      duty = duty.plus(tariff.duty(item, to.country()));
    }
    Money fee = duty.isPositive() ? HANDLING : Money.ZERO;
    return new LandedCost(value, quote.gross(), duty, fee);
  }
}
