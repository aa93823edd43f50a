package com.kestrelparcel.shipments;

import com.kestrelparcel.addressbook.Address;
import com.kestrelparcel.coretypes.TrackingNumber;
import com.kestrelparcel.coretypes.Weight;
import com.kestrelparcel.customers.Customer;
import com.kestrelparcel.parcelcatalog.Product;
import java.time.LocalDate;
import platform.entity.Entity;

/** One parcel on its way from a customer to a recipient. */
public record Shipment(
    TrackingNumber number,
    Customer sender,
    Address recipient,
    Product product,
    Weight weight,
    LocalDate bookedOn)
    implements Entity {

  @Override
  public String id() {
    return number.value();
  }

  /** The tariff zone from the sender to the recipient. */
  public int zone() {
    return recipient.area().zoneFrom(sender.address().area());
  }
}
