package com.kestrelparcel.returnsportal;

import com.kestrelparcel.deliveries.DeliveryOutcome;
import com.kestrelparcel.labelprinting.Label;
import com.kestrelparcel.returns.ReturnSlip;
import com.kestrelparcel.returns.ReturnsDesk;
import com.kestrelparcel.shipments.Shipment;
import com.kestrelparcel.trainingdata.TrainingWorld;
import java.util.List;
import java.util.Optional;
import platform.text.TextFormat;

/** Where recipients ask for a slip to send a parcel back. */
public final class ReturnsPortal {
  private final TrainingWorld world = new TrainingWorld();
  private final ReturnsDesk desk =
      new ReturnsDesk(world.book(), world.tracking(), world.catalog(), world.clock());

  private ReturnsPortal() {}

  /** Asks for slips for three parcels, one of which has not arrived. */
  public static void main(String[] args) {
    new ReturnsPortal().afternoon();
  }

  private void afternoon() {
    List<Shipment> shipments = world.bookOrdinaryDay();
    world.deliverNextDay(shipments.get(0), DeliveryOutcome.HANDED_OVER);
    world.deliverNextDay(shipments.get(3), DeliveryOutcome.HANDED_OVER);
    for (int parcel : new int[] {0, 1, 3, 0}) {
      System.out.println(answer(shipments.get(parcel)));
    }
    System.out.println(desk.diary());
  }

  private String answer(Shipment shipment) {
    Optional<ReturnSlip> slip = desk.request(shipment.number());
    return slip.map(this::print).orElse(shipment.number() + ": no slip");
  }

  private String print(ReturnSlip slip) {
    String code = new Label(slip.original(), world.depots(), world.clock()).routingCode();
    return slip.id()
        + " from "
        + code
        + " to "
        + slip.to().name()
        + ", valid until "
        + TextFormat.date(slip.validUntil());
  }
}
