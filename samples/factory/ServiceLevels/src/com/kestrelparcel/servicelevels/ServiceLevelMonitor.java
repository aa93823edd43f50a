package com.kestrelparcel.servicelevels;

import com.kestrelparcel.corecalendar.WorkingDays;
import com.kestrelparcel.shipments.Shipment;
import com.kestrelparcel.tracking.ParcelStatus;
import com.kestrelparcel.tracking.TrackingEvent;
import com.kestrelparcel.tracking.TrackingLog;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import platform.settings.Settings;

/** Compares deliveries with what was promised, with a tolerance that can be configured. */
public final class ServiceLevelMonitor {
  private final TrackingLog tracking;
  private final WorkingDays days;
  private final Settings settings;

  /** Watches the parcels of a log. */
  public ServiceLevelMonitor(TrackingLog tracking, WorkingDays days, Settings settings) {
    this.tracking = tracking;
    this.days = days;
    this.settings = settings;
  }

  /** The day on which a shipment must have arrived. */
  public LocalDate promised(Shipment shipment) {
    String tolerance = settings.get("tolerance.days");
    int extra = tolerance == null ? 0 : Integer.parseInt(tolerance);
    return days.after(shipment.bookedOn(), shipment.product().days() + extra);
  }

  /** How punctual the shipments are. */
  public Punctuality measure(List<Shipment> shipments) {
    int delivered = 0;
    int inTime = 0;
    int overdue = 0;
    for (Shipment shipment : shipments) {
      Optional<LocalDate> arrival = arrival(shipment);
      if (arrival.isPresent()) {
        delivered++;
        inTime += arrival.get().isAfter(promised(shipment)) ? 0 : 1;
      } else if (promised(shipment).isBefore(days.today())) {
        overdue++;
      }
    }
    return new Punctuality(delivered, inTime, overdue);
  }

  private Optional<LocalDate> arrival(Shipment shipment) {
    return tracking.of(shipment.number()).stream()
        .filter(event -> event.status() == ParcelStatus.DELIVERED)
        .map(TrackingEvent::day)
        .findFirst();
  }
}
