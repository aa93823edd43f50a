package com.kestrelparcel.quoting;

import com.kestrelparcel.coremoney.Money;
import com.kestrelparcel.coremoney.ValueAddedTax;
import com.kestrelparcel.parcelcatalog.Product;

/** What sending a parcel costs a customer. */
public record Quote(Product product, int zone, Money list, Money discount) {

  /** The price without tax. */
  public Money net() {
    return list.minus(discount);
  }

  /** The price with tax; parcels that leave the country are exempt. */
  public Money gross() {
    ValueAddedTax tax = product.international() ? ValueAddedTax.EXEMPT : ValueAddedTax.STANDARD;
    return tax.gross(net());
  }
}
