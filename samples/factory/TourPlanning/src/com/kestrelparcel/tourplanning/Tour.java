package com.kestrelparcel.tourplanning;

import com.kestrelparcel.drivers.Driver;
import com.kestrelparcel.shipments.Shipment;
import java.util.List;

/** What one driver delivers on one day, in the order of the stops. */
public record Tour(Driver driver, List<Shipment> stops, int minutes) {

  /** Whether the driver is back before the shift ends. */
  public boolean fitsTheShift() {
    return minutes <= driver.shiftMinutes();
  }
}
