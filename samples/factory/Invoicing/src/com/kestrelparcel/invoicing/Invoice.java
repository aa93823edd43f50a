package com.kestrelparcel.invoicing;

import com.kestrelparcel.coremoney.Money;
import com.kestrelparcel.customers.Customer;
import java.time.LocalDate;
import java.util.List;
import platform.entity.Entity;

/** A customer's bill for a period. */
public record Invoice(
    String id, Customer customer, List<Line> lines, LocalDate issued, LocalDate due)
    implements Entity {

  /** The price of one shipment. */
  public record Line(String shipment, String product, Money net, Money gross) {}

  /** What is to be paid. */
  public Money total() {
    return lines.stream().map(Line::gross).reduce(Money.ZERO, Money::plus);
  }

  /** The tax in it. */
  public Money tax() {
    return total().minus(lines.stream().map(Line::net).reduce(Money.ZERO, Money::plus));
  }
}
