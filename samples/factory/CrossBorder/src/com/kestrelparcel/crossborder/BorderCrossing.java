package com.kestrelparcel.crossborder;

import com.kestrelparcel.coremoney.Money;
import com.kestrelparcel.crossborder.BorderFile.Decision;
import com.kestrelparcel.customs.Goods;
import com.kestrelparcel.customs.Tariff;
import com.kestrelparcel.shipments.Shipment;
import com.kestrelparcel.tracking.ParcelStatus;
import com.kestrelparcel.tracking.TrackingEvent;
import com.kestrelparcel.tracking.TrackingLog;
import java.time.LocalDate;
import java.util.List;
import platform.entity.Table;

/** Presents shipments to customs. */
public final class BorderCrossing {
  private final Table<BorderFile> files = Table.named("BorderFile");
  private final Tariff tariff;
  private final TrackingLog tracking;

  /** Presents shipments under a tariff. */
  public BorderCrossing(Tariff tariff, TrackingLog tracking) {
    this.tariff = tariff;
    this.tracking = tracking;
  }

  /** Presents a shipment; with prohibited goods in it, it goes back to its sender. */
  public BorderFile present(Shipment shipment, List<Goods> goods, LocalDate day) {
    String country = shipment.recipient().country();
    Money duty = goods.stream().map(g -> tariff.duty(g, country)).reduce(Money.ZERO, Money::plus);
    Decision decision;
    if (!goods.stream().allMatch(g -> tariff.admits(g, country))) {
      decision = Decision.SENT_BACK;
      tracking.add(
          new TrackingEvent(shipment.number(), day, ParcelStatus.RETURNED, "border " + country));
    } else {
      decision = duty.isPositive() ? Decision.DUTY_OPEN : Decision.CLEARED;
      tracking.add(
          new TrackingEvent(shipment.number(), day, ParcelStatus.AT_DEPOT, "border " + country));
    }
    return files.save(new BorderFile(shipment, goods, decision, duty));
  }

  /** Records that the duty was paid. */
  public BorderFile dutyPaid(String shipment) {
    BorderFile file = files.get(shipment);
    return files.save(new BorderFile(file.shipment(), file.goods(), Decision.CLEARED, file.duty()));
  }

  /** How many shipments have been decided so. */
  public int count(Decision decision) {
    return files.query().where(file -> file.decision() == decision).count();
  }
}
