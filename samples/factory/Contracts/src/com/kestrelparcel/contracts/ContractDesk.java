package com.kestrelparcel.contracts;

import com.kestrelparcel.corecalendar.Period;
import com.kestrelparcel.corecalendar.WorkingDays;
import com.kestrelparcel.coremoney.Money;
import com.kestrelparcel.customers.Customer;
import java.time.LocalDate;
import java.util.Optional;
import platform.entity.Table;
import platform.text.TextFormat;

/** Signs contracts and finds the one that counts. */
public final class ContractDesk {
  private final Table<Contract> contracts = Table.named("Contract");
  private final WorkingDays days;

  /** A desk without contracts. */
  public ContractDesk(WorkingDays days) {
    this.days = days;
  }

  /** Signs a contract of one year from today, on the terms of the customer's segment. */
  public Contract sign(Customer customer) {
    LocalDate today = days.today();
    Period year = new Period(today, today.plusYears(1).minusDays(1));
    String id = customer.id() + "-" + today.getYear();
    return contracts.save(
        switch (customer.segment()) {
          case PRIVATE -> new Contract(id, customer, year, 0, 0, Money.ZERO);
          case SHOP -> new Contract(id, customer, year, 10, 14, Money.euros(500, 0));
          case ENTERPRISE -> new Contract(id, customer, year, 22, 30, Money.euros(20_000, 0));
        });
  }

  /** The contract of a customer that is in force today. */
  public Optional<Contract> inForce(Customer customer) {
    return contracts
        .query()
        .where(contract -> contract.customer().id().equals(customer.id()))
        .where(contract -> contract.term().contains(days.today()))
        .first();
  }

  /** The contract's terms in one line. */
  public String terms(Contract contract) {
    return contract.discountPercent()
        + "% off, to be paid in "
        + contract.paymentDays()
        + " days, credit "
        + TextFormat.money(contract.credit().cents(), "EUR")
        + ", until "
        + TextFormat.date(contract.term().last());
  }
}
