package com.kestrelparcel.fleetcontrol;

import com.kestrelparcel.corecalendar.WorkingDays;
import com.kestrelparcel.coresecurity.Staff;
import com.kestrelparcel.coretypes.Weight;
import com.kestrelparcel.depots.Depot;
import com.kestrelparcel.depots.DepotNetwork;
import com.kestrelparcel.drivers.Driver;
import com.kestrelparcel.drivers.Roster;
import com.kestrelparcel.fleet.Vehicle;
import com.kestrelparcel.fleet.Vehicle.Kind;
import com.kestrelparcel.fleet.VehiclePool;
import com.kestrelparcel.routing.Leg;
import com.kestrelparcel.routing.LineHaul;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import platform.screen.Screen;
import platform.screen.TableBlock;
import platform.time.PlatformClock;

/** The desk that sends lorries into the night. */
public final class FleetControl {
  private final PlatformClock clock = PlatformClock.at(LocalDateTime.of(2025, 4, 30, 21, 0));
  private final DepotNetwork depots = DepotNetwork.current();
  private final LineHaul lineHaul = new LineHaul(depots);
  private final VehiclePool pool = new VehiclePool();
  private final Roster roster = new Roster(new WorkingDays(clock));

  private FleetControl() {}

  /** Sends three loads on their way. */
  public static void main(String[] args) {
    new FleetControl().night();
  }

  private void night() {
    Depot hamburg = depots.get("HAM");
    Depot hub = depots.get("FRA");
    pool.add(Kind.LORRY, hamburg, 39_500);
    pool.add(Kind.LORRY, hub, 12_000);
    pool.add(Kind.ELECTRIC_VAN, hub, 100);
    Driver driver = roster.employ("Jo", hub, 480, clock.today());
    TableBlock table = TableBlock.of("Drive", "Load", "Vehicle", "Minutes");
    send(table, hamburg, depots.get("MUC"), Weight.ofKilograms(5_200));
    send(table, hub, depots.get("CGN"), Weight.ofKilograms(600));
    Screen screen = Screen.titled("Fleet Control").add(table);
    screen.text(
        driver.user().name() + " may drive: " + Staff.may(driver.user(), "deliver parcels"));
    screen.text("On duty tomorrow: " + roster.onDuty(hub, clock.today().plusDays(1)).size());
    System.out.println(screen.toText());
    pool.log().forEach(System.out::println);
  }

  private void send(TableBlock table, Depot from, Depot to, Weight load) {
    List<Leg> route = lineHaul.route(from, to, load);
    for (Leg leg : route) {
      int distance = leg.transport().roadKilometres();
      Optional<Vehicle> vehicle = pool.choose(leg.from(), load, distance);
      vehicle.ifPresent(chosen -> pool.drive(chosen, distance));
      table.row(leg, load, vehicle.map(Vehicle::id).orElse("none free"), minutes(leg));
    }
  }

  private static long minutes(Leg leg) {
    return leg.transport().time().toMinutes();
  }
}
