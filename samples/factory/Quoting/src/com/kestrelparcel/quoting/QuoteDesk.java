package com.kestrelparcel.quoting;

import com.kestrelparcel.addressbook.Address;
import com.kestrelparcel.contracts.Contract;
import com.kestrelparcel.contracts.ContractDesk;
import com.kestrelparcel.coremoney.Money;
import com.kestrelparcel.coretypes.Dimensions;
import com.kestrelparcel.coretypes.Weight;
import com.kestrelparcel.customers.Customer;
import com.kestrelparcel.parcelcatalog.Catalog;
import com.kestrelparcel.parcelcatalog.Product;
import com.kestrelparcel.ratecards.RateCard;
import java.util.List;

/** Quotes prices on the terms of each customer's contract. */
public final class QuoteDesk {
  private final Catalog catalog;
  private final RateCard rates;
  private final ContractDesk contracts;

  /** Quotes the products of the catalog. */
  public QuoteDesk(Catalog catalog, ContractDesk contracts) {
    this.catalog = catalog;
    this.contracts = contracts;
    this.rates = new RateCard(catalog, List.of("LETTERBOX", "STANDARD", "EXPRESS", "WORLD"));
  }

  /** The price of one product. */
  public Quote quote(Customer sender, Address to, Product product, Weight weight) {
    int zone = to.area().zoneFrom(sender.address().area());
    Money list = rates.price(product, zone, weight);
    int percent = contracts.inForce(sender).map(Contract::discountPercent).orElse(0);
    return new Quote(product, zone, list, list.percent(percent));
  }

  /** The prices of all products that fit, the cheapest first. */
  public List<Quote> offers(Customer sender, Address to, Weight weight, Dimensions size) {
    return catalog.suitable(weight, size, !to.isDomestic()).stream()
        .map(product -> quote(sender, to, product, weight))
        .sorted((left, right) -> left.net().compareTo(right.net()))
        .toList();
  }
}
