package com.kestrelparcel.parcelcatalog;

import com.kestrelparcel.coremoney.Money;
import com.kestrelparcel.coretypes.Dimensions;
import com.kestrelparcel.coretypes.Weight;
import java.util.List;
import platform.entity.Table;

/** The products on offer. */
public final class Catalog {
  private final Table<Product> products = Table.named("Product");

  /** The catalog of the current year. */
  public static Catalog current() {
    Catalog catalog = new Catalog();
    catalog.add("LETTERBOX", 2.0, 3, false, Money.euros(3, 49), Money.euros(50, 0));
    catalog.add("STANDARD", 31.5, 2, false, Money.euros(4, 90), Money.euros(500, 0));
    catalog.add("EXPRESS", 31.5, 1, false, Money.euros(11, 90), Money.euros(1000, 0));
    catalog.add("WORLD", 20.0, 6, true, Money.euros(18, 50), Money.euros(500, 0));
    return catalog;
  }

  private void add(
      String id, double kilograms, int days, boolean international, Money base, Money liability) {
    products.save(
        new Product(id, Weight.ofKilograms(kilograms), days, international, base, liability));
  }

  /** The product with this name. */
  public Product get(String id) {
    return products.get(id);
  }

  /** The products that a parcel can be sent with, the cheapest first. */
  public List<Product> suitable(Weight weight, Dimensions size, boolean international) {
    return products
        .query()
        .where(product -> product.international() == international)
        .where(product -> product.accepts(weight, size))
        .orderBy(Product::base)
        .list();
  }
}
