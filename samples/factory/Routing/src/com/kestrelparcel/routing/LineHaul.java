package com.kestrelparcel.routing;

import com.kestrelparcel.coregeo.Transport;
import com.kestrelparcel.coretypes.Weight;
import com.kestrelparcel.depots.Depot;
import com.kestrelparcel.depots.DepotNetwork;
import com.kestrelparcel.fleet.Vehicle;
import java.time.Duration;
import java.util.List;

/** Plans the night's drives between depots: short ways directly, long ones through the hub. */
public final class LineHaul {
  private static final int DIRECT_KILOMETRES = 400;
  private static final String HUB = "FRA";

  private final DepotNetwork network;

  /** Plans on this network. */
  public LineHaul(DepotNetwork network) {
    this.network = network;
  }

  /** The drives that bring a load from one depot to another; none when they are the same. */
  public List<Leg> route(Depot from, Depot to, Weight load) {
    if (from.equals(to)) {
      return List.of();
    }
    Leg direct = leg(from, to, load);
    Depot hub = network.get(HUB);
    boolean touchesHub = from.equals(hub) || to.equals(hub);
    if (touchesHub || direct.transport().roadKilometres() <= DIRECT_KILOMETRES) {
      return List.of(direct);
    }
    return List.of(leg(from, hub, load), leg(hub, to, load));
  }

  /** The time on the road, half an hour for each change of vehicles included. */
  public Duration time(List<Leg> route) {
    Duration driving =
        route.stream().map(leg -> leg.transport().time()).reduce(Duration.ZERO, Duration::plus);
    return driving.plusMinutes(30L * Math.max(0, route.size() - 1));
  }

  private Leg leg(Depot from, Depot to, Weight load) {
    Transport transport = network.road(from, to, load);
    boolean light = load.compareTo(Vehicle.Kind.ELECTRIC_VAN.payload()) <= 0;
    boolean near = transport.roadKilometres() <= 250;
    return new Leg(
        from, to, transport, light && near ? Vehicle.Kind.ELECTRIC_VAN : Vehicle.Kind.LORRY);
  }
}
