package com.kestrelparcel.claimsdesk;

import com.kestrelparcel.claims.Claim;
import com.kestrelparcel.claims.Claim.Reason;
import com.kestrelparcel.claims.ClaimDesk;
import com.kestrelparcel.corecalendar.WorkingDays;
import com.kestrelparcel.coremoney.Money;
import com.kestrelparcel.deliveries.DeliveryOutcome;
import com.kestrelparcel.servicelevels.ServiceLevelMonitor;
import com.kestrelparcel.shipments.Shipment;
import com.kestrelparcel.trainingdata.TrainingWorld;
import java.util.List;
import java.util.Map;
import platform.settings.Settings;
import platform.text.TextFormat;

/** Where claims come in and are settled. */
public final class ClaimsDesk {
  private final TrainingWorld world = new TrainingWorld();
  private final ClaimDesk desk = new ClaimDesk(world.book(), world.tracking(), world.audit());
  private final ServiceLevelMonitor monitor =
      new ServiceLevelMonitor(
          world.tracking(), new WorkingDays(world.clock()), Settings.of(Map.of()));

  private ClaimsDesk() {}

  /** Opens three claims, and settles two of them. */
  public static void main(String[] args) {
    new ClaimsDesk().week();
  }

  private void week() {
    List<Shipment> shipments = world.bookOrdinaryDay();
    Shipment late = shipments.get(2);
    world.nextDay();
    world.deliverNextDay(late, DeliveryOutcome.HANDED_OVER);
    System.out.println(late.number() + " was due " + TextFormat.date(monitor.promised(late)));

    Claim first = desk.open(late.number(), Reason.LATE, Money.euros(20, 0), world.clerk());
    Claim second =
        desk.open(shipments.get(3).number(), Reason.LOST, Money.euros(730, 0), world.clerk());
    desk.open(shipments.get(4).number(), Reason.DAMAGED, Money.euros(35, 0), world.clerk());
    System.out.println(desk.describe(desk.settle(first.id(), world.supervisor())));
    System.out.println(desk.describe(desk.settle(second.id(), world.supervisor())));
    desk.open().forEach(claim -> System.out.println("open: " + claim.id() + " " + claim.reason()));
    System.out.println(world.audit().unconfirmed() + " changes wait for a second person");
  }
}
