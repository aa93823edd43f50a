package com.kestrelparcel.ratecards;

import com.kestrelparcel.coremoney.Money;
import com.kestrelparcel.corerules.RuleBook;
import com.kestrelparcel.coretypes.Weight;
import com.kestrelparcel.parcelcatalog.Catalog;
import com.kestrelparcel.parcelcatalog.Product;
import java.util.List;
import platform.entity.Table;

/** The prices of a year, with surcharges. */
public final class RateCard {
  private record Parcel(Product product, int zone, Weight weight) {}

  private static final int[] BRACKETS = {2, 5, 10, 20, 32};

  private final Table<Rate> rates = Table.named("Rate");
  private final RuleBook<Parcel, Money> surcharges =
      new RuleBook<Parcel, Money>("Surcharges")
          .when("heavy", p -> p.weight().startedKilograms() > 20, p -> Money.euros(6, 0))
          .when("far express", p -> isFarExpress(p), p -> p.product().base().percent(25))
          .when("abroad", p -> p.product().international(), p -> Money.euros(2, 50));

  /** The prices for the products of a catalog. */
  public RateCard(Catalog catalog, List<String> products) {
    for (String name : products) {
      Product product = catalog.get(name);
      for (int zone = 1; zone <= 3; zone++) {
        for (int bracket = 0; bracket < BRACKETS.length; bracket++) {
          Money price = product.base().percent(100 + 20 * (zone - 1) + 15 * bracket);
          String id = name + "/" + zone + "/" + BRACKETS[bracket];
          rates.save(new Rate(id, name, zone, BRACKETS[bracket], price));
        }
      }
    }
  }

  /** The price of a parcel before any discount. */
  public Money price(Product product, int zone, Weight weight) {
    Rate found =
        rates
            .query()
            .filterBy("product = " + product.id())
            .filterBy("zone = " + zone)
            .filterBy("kilograms >= " + weight.startedKilograms())
            .orderBy(Rate::kilograms)
            .first()
            .orElseThrow(() -> new IllegalArgumentException("No rate for " + weight + "."));
    return surcharges.all(new Parcel(product, zone, weight)).stream()
        .reduce(found.price(), Money::plus);
  }

  /** The cheapest and the dearest rate of a product. */
  public List<Money> range(Product product) {
    List<Rate> all =
        rates.query().filterBy("product = " + product.id()).orderBy(Rate::price).list();
    return List.of(all.get(0).price(), all.get(all.size() - 1).price());
  }

  private static boolean isFarExpress(Parcel parcel) {
    return parcel.zone() == 3 && parcel.product().id().equals("EXPRESS");
  }
}
