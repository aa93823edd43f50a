package com.kestrelparcel.managementboard;

import com.kestrelparcel.carbonreport.CarbonReport;
import com.kestrelparcel.claims.Claim.Reason;
import com.kestrelparcel.claims.ClaimDesk;
import com.kestrelparcel.corecalendar.WorkingDays;
import com.kestrelparcel.coremoney.Money;
import com.kestrelparcel.coretheme.Bar;
import com.kestrelparcel.coretheme.Page;
import com.kestrelparcel.deliveries.DeliveryOutcome;
import com.kestrelparcel.servicelevels.Punctuality;
import com.kestrelparcel.servicelevels.ServiceLevelMonitor;
import com.kestrelparcel.shipments.Shipment;
import com.kestrelparcel.tracking.ParcelStatus;
import com.kestrelparcel.trainingdata.TrainingWorld;
import java.util.List;
import java.util.Map;
import platform.screen.FieldList;
import platform.screen.TableBlock;
import platform.settings.Settings;

/** The week in figures: punctuality, claims and emissions. */
public final class ManagementBoard {
  private final TrainingWorld world = new TrainingWorld();

  private ManagementBoard() {}

  /** Shows a week in which most parcels arrived. */
  public static void main(String[] args) {
    System.out.println(new ManagementBoard().week());
  }

  private String week() {
    List<Shipment> shipments = world.bookOrdinaryDay();
    for (Shipment shipment : shipments.subList(0, 4)) {
      world.deliverNextDay(shipment, DeliveryOutcome.HANDED_OVER);
    }
    ClaimDesk claims = new ClaimDesk(world.book(), world.tracking(), world.audit());
    Shipment last = shipments.get(4);
    claims.open(last.number(), Reason.LATE, Money.euros(10, 0), world.clerk());

    Punctuality punctuality = monitor().measure(shipments);
    TableBlock emissions = TableBlock.of("Connection", "Grams of CO2");
    new CarbonReport(world.depots()).byConnection(shipments).forEach(emissions::row);
    return Page.of("Management", "the week")
        .with(new Bar("In time", punctuality.percent()))
        .with(new Bar("Delivered", punctuality.delivered() * 100 / shipments.size()))
        .with(
            new FieldList()
                .field("Overdue", punctuality.overdue())
                .field("Not collected", world.book().count(ParcelStatus.BOOKED))
                .field("Open claims", claims.open().size()))
        .with(emissions)
        .show();
  }

  private ServiceLevelMonitor monitor() {
    Settings settings = Settings.of(Map.of("tolerance.days", "1"));
    return new ServiceLevelMonitor(world.tracking(), new WorkingDays(world.clock()), settings);
  }
}
