package com.kestrelparcel.driverapp;

import com.kestrelparcel.corecalendar.WorkingDays;
import com.kestrelparcel.deliveries.DeliveryAttempt;
import com.kestrelparcel.deliveries.DeliveryOutcome;
import com.kestrelparcel.drivers.Roster;
import com.kestrelparcel.scanning.ScanGate;
import com.kestrelparcel.shipments.Shipment;
import com.kestrelparcel.tourplanning.Tour;
import com.kestrelparcel.tourplanning.TourPlanner;
import com.kestrelparcel.trainingdata.TrainingWorld;
import platform.screen.Screen;
import platform.screen.TableBlock;

/** What drivers carry with them: today's stops, and what came of each. */
public final class DriverApp {
  private final TrainingWorld world = new TrainingWorld();
  private final Roster roster = new Roster(new WorkingDays(world.clock()));
  private final TourPlanner planner = new TourPlanner(world.depots(), roster);

  private DriverApp() {}

  /** Drives all tours of the depot Cologne. */
  public static void main(String[] args) {
    new DriverApp().drive("CGN");
  }

  private void drive(String depotId) {
    var depot = world.depots().get(depotId);
    roster.employ("Anna", depot, 420, world.clock().today());
    roster.employ("Basti", depot, 240, world.clock().today());
    world.bookOrdinaryDay();
    long overnight = world.book().open().stream().filter(planner::arrivesOvernight).count();
    System.out.println(overnight + " parcels arrive overnight");
    world.nextDay();

    ScanGate gate =
        new ScanGate(depot, world.depots(), world.book(), world.tracking(), world.clock());
    for (Tour tour : planner.plan(depot, world.clock().today(), world.book().open())) {
      show(tour, gate);
    }
  }

  private void show(Tour tour, ScanGate gate) {
    TableBlock table = TableBlock.of("Stop", "Parcel", "Loaded at", "Result");
    int stop = 0;
    for (Shipment shipment : tour.stops()) {
      String chute = gate.scan(shipment.id()).toString();
      boolean heavy = shipment.weight().startedKilograms() > 20;
      DeliveryAttempt attempt =
          world
              .doorstep()
              .attempt(
                  shipment,
                  world.clock().today(),
                  heavy ? DeliveryOutcome.HANDED_OVER : DeliveryOutcome.NOBODY_HOME);
      world.tracking().add(attempt);
      table.row(++stop, shipment.number(), chute, attempt.outcome());
    }
    Screen screen = Screen.titled("Tour of " + tour.driver().user().name()).add(table);
    screen.text(tour.fitsTheShift() ? "fits the shift" : "too long: " + tour.minutes() + " min");
    screen.lines().forEach(System.out::println);
  }
}
