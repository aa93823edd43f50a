package com.kestrelparcel.trackingportal;

import com.kestrelparcel.deliveries.DeliveryOutcome;
import com.kestrelparcel.notifications.Notifier;
import com.kestrelparcel.shipments.Shipment;
import com.kestrelparcel.trainingdata.TrainingWorld;
import java.util.List;

/** The web site on which recipients follow their parcels. */
public final class TrackingPortal {
  private TrackingPortal() {}

  /** Follows one parcel to its recipient, and looks up one that does not exist. */
  public static void main(String[] args) {
    TrainingWorld world = new TrainingWorld();
    Notifier notifier = new Notifier(world.events(), world.book());
    List<Shipment> shipments = world.bookOrdinaryDay();
    Shipment parcel = shipments.get(0);
    world.deliverNextDay(parcel, DeliveryOutcome.NOBODY_HOME);
    world.deliverNextDay(parcel, DeliveryOutcome.LEFT_WITH_NEIGHBOUR);
    notifier.stop();
    world.deliverNextDay(shipments.get(1), DeliveryOutcome.HANDED_OVER);

    PortalPages pages = new PortalPages(world.tracking());
    System.out.println(pages.get("/parcels/" + parcel.number()).body());
    System.out.println(pages.get("/parcels/" + shipments.get(1).number() + "/status").body());
    System.out.println(pages.get("/parcels/KP1234567890").status());
    notifier.sent().forEach(System.out::println);
  }
}
