package com.kestrelparcel.lockerapp;

import com.kestrelparcel.coregeo.PostalArea;
import com.kestrelparcel.deliveries.DeliveryAttempt;
import com.kestrelparcel.deliveries.DeliveryOutcome;
import com.kestrelparcel.lockernetwork.Locker;
import com.kestrelparcel.lockernetwork.LockerStation;
import com.kestrelparcel.notifications.Notifier;
import com.kestrelparcel.shipments.Shipment;
import com.kestrelparcel.trainingdata.TrainingWorld;
import java.util.List;
import java.util.Optional;
import platform.screen.FieldList;
import platform.screen.Screen;

/** The screen of a parcel locker. */
public final class LockerApp {
  private final TrainingWorld world = new TrainingWorld();
  private final LockerStation station = new LockerStation(world.depots(), world.doorstep());
  private final Notifier notifier = new Notifier(world.events(), world.book());

  private LockerApp() {}

  /** Fills the only box of a locker, and empties it again. */
  public static void main(String[] args) {
    new LockerApp().day();
  }

  private void day() {
    Locker locker = station.install(new PostalArea(50), 1);
    List<Shipment> shipments = world.bookOrdinaryDay();
    Optional<String> code = store(shipments.get(0));
    Optional<String> none = store(shipments.get(3));
    FieldList fields =
        new FieldList()
            .field("Locker", locker.id() + " of depot " + locker.depot().city())
            .field("First parcel", code.orElse("no box"))
            .field("Second parcel", none.orElse("no box"))
            .field("Free boxes", station.free(locker));
    System.out.println(Screen.titled("Parcel Locker").add(fields).toText());

    world.nextDay();
    DeliveryAttempt collected = station.collect(code.orElseThrow(), world.clock().today());
    world.tracking().add(collected);
    System.out.println(
        world.tracking().status(collected.shipment().number())
            + " at attempt "
            + collected.attempt()
            + ", free boxes "
            + station.free(locker));
    notifier.sent().forEach(System.out::println);
  }

  private Optional<String> store(Shipment shipment) {
    return station.store(world.deliverNextDay(shipment, DeliveryOutcome.NOBODY_HOME));
  }
}
