package com.kestrelparcel.returns;

import com.kestrelparcel.coretypes.TrackingNumber;
import com.kestrelparcel.parcelcatalog.Catalog;
import com.kestrelparcel.shipments.Shipment;
import com.kestrelparcel.shipments.ShipmentBook;
import com.kestrelparcel.tracking.ParcelStatus;
import com.kestrelparcel.tracking.TrackingLog;
import java.util.Optional;
import platform.entity.Table;
import platform.log.Log;
import platform.time.PlatformClock;

/** Issues slips for parcels that were delivered, one for each parcel. */
public final class ReturnsDesk {
  private static final int DAYS = 30;

  private final Table<ReturnSlip> slips = Table.named("ReturnSlip");
  private final Log log = Log.of("Returns");
  private final ShipmentBook book;
  private final TrackingLog tracking;
  private final Catalog catalog;
  private final PlatformClock clock;

  /** A desk without slips. */
  public ReturnsDesk(
      ShipmentBook book, TrackingLog tracking, Catalog catalog, PlatformClock clock) {
    this.book = book;
    this.tracking = tracking;
    this.catalog = catalog;
    this.clock = clock;
  }

  /**
   * The slip for a parcel; empty when it was not delivered or is too heavy for the standard
   * product.
   */
  public Optional<ReturnSlip> request(TrackingNumber number) {
    String id = "RET-" + number.serial();
    if (slips.find(id).isPresent()) {
      return slips.find(id);
    }
    Shipment shipment = book.get(number);
    if (tracking.status(number) != ParcelStatus.DELIVERED) {
      log.warn(clock.currentDate() + " " + number + " was not delivered");
      return Optional.empty();
    }
    if (shipment.weight().compareTo(catalog.get("STANDARD").maximum()) > 0) {
      log.warn(clock.currentDate() + " " + number + " is too heavy");
      return Optional.empty();
    }
    log.info(clock.currentDate() + " slip for " + number);
    return Optional.of(
        slips.save(
            new ReturnSlip(
                id, shipment, shipment.sender().address(), clock.today().plusDays(DAYS))));
  }

  /** The desk's diary. */
  public String diary() {
    return String.join("; ", log.entries().stream().map(e -> e.message()).toList());
  }
}
