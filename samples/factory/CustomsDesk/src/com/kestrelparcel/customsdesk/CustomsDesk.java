package com.kestrelparcel.customsdesk;

import com.kestrelparcel.coremoney.Money;
import com.kestrelparcel.crossborder.BorderCrossing;
import com.kestrelparcel.crossborder.BorderFile;
import com.kestrelparcel.crossborder.BorderFile.Decision;
import com.kestrelparcel.customs.Goods;
import com.kestrelparcel.customs.Tariff;
import com.kestrelparcel.exportdocuments.CustomsDeclaration;
import com.kestrelparcel.shipments.Shipment;
import com.kestrelparcel.trainingdata.TrainingWorld;
import java.util.List;

/** Where parcels for other countries get their papers. */
public final class CustomsDesk {
  private CustomsDesk() {}

  /** Declares a parcel, pays its duty, and has another one sent back. */
  public static void main(String[] args) {
    TrainingWorld world = new TrainingWorld();
    Tariff tariff = Tariff.inForce();
    BorderCrossing border = new BorderCrossing(tariff, world.tracking());
    Shipment wine = world.bookOrdinaryDay().get(5);
    Shipment plant = world.bookOrdinaryDay().get(5);
    List<Goods> bottles =
        List.of(
            new Goods("Red wine", 6, Money.euros(90, 0)),
            new Goods("Brewery T-shirt", 2, Money.euros(30, 0)));
    List<Goods> hops = List.of(new Goods("Hop plants", 3, Money.euros(25, 0)));

    System.out.println(
        new CustomsDeclaration(wine.sender().address(), wine.recipient(), bottles).print(tariff));
    print(border.present(wine, bottles, world.clock().today()));
    print(border.dutyPaid(wine.id()));
    print(border.present(plant, hops, world.clock().today()));
    for (Decision decision : Decision.values()) {
      System.out.println(decision + ": " + border.count(decision));
    }
  }

  private static void print(BorderFile file) {
    System.out.println(file.id() + " " + file.decision() + ", duty " + file.duty());
  }
}
