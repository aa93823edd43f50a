package com.kestrelparcel.quotecalculator;

import com.kestrelparcel.contracts.ContractDesk;
import com.kestrelparcel.corecalendar.WorkingDays;
import com.kestrelparcel.coremoney.Money;
import com.kestrelparcel.coretheme.Page;
import com.kestrelparcel.coretypes.Weight;
import com.kestrelparcel.parcelcatalog.Product;
import com.kestrelparcel.quoting.Quote;
import com.kestrelparcel.quoting.QuoteDesk;
import com.kestrelparcel.ratecards.RateCard;
import com.kestrelparcel.trainingdata.TrainingWorld;
import java.util.List;
import platform.screen.TableBlock;

/** The page on which customers see what a parcel will cost. */
public final class QuoteCalculator {
  private QuoteCalculator() {}

  /** Shows the prices of a light and of a heavy parcel. */
  public static void main(String[] args) {
    TrainingWorld world = new TrainingWorld();
    ContractDesk contracts = new ContractDesk(new WorkingDays(world.clock()));
    contracts.sign(world.brewery());
    Product express = world.catalog().get("EXPRESS");
    List<Money> range = new RateCard(world.catalog(), List.of(express.id())).range(express);
    System.out.println(express.id() + " from " + range.get(0) + " to " + range.get(1));
    QuoteDesk desk = new QuoteDesk(world.catalog(), contracts);
    for (double kilograms : new double[] {0.8, 24}) {
      Weight weight = Weight.ofKilograms(kilograms);
      TableBlock table = TableBlock.of("Product", "Zone", "Price", "Discount", "With tax");
      for (Quote quote :
          desk.offers(world.brewery(), world.shop().address(), weight, world.box())) {
        table.row(
            quote.product().id(), quote.zone(), quote.list(), quote.discount(), quote.gross());
      }
      System.out.println(Page.of("Prices", "a parcel of " + weight).with(table).show());
    }
  }
}
