package com.kestrelparcel.shipments;

import com.kestrelparcel.addressbook.Address;
import com.kestrelparcel.coretypes.Dimensions;
import com.kestrelparcel.coretypes.TrackingNumber;
import com.kestrelparcel.coretypes.Weight;
import com.kestrelparcel.customers.Customer;
import com.kestrelparcel.parcelcatalog.Product;
import com.kestrelparcel.tracking.ParcelStatus;
import com.kestrelparcel.tracking.TrackingLog;
import java.time.LocalDate;
import java.util.List;
import platform.entity.Table;

/** Books shipments and knows which are still open. */
public final class ShipmentBook {
  private final Table<Shipment> shipments = Table.named("Shipment");
  private final TrackingLog tracking;
  private long lastSerial;

  /** An empty book; the first shipment gets the number after the serial. */
  public ShipmentBook(TrackingLog tracking, long lastSerial) {
    this.tracking = tracking;
    this.lastSerial = lastSerial;
  }

  /**
   * Books a parcel and opens its history.
   *
   * @throws BookingRefusedException when the customer or the parcel is not accepted
   */
  public Shipment book(
      Customer sender, Address to, Product product, Weight weight, Dimensions size, LocalDate day) {
    if (sender.blocked()) {
      throw new BookingRefusedException("Customer " + sender.id() + " is blocked.");
    }
    if (!product.accepts(weight, size)) {
      throw new BookingRefusedException(product.id() + " does not accept " + weight + ".");
    }
    if (product.international() == to.isDomestic()) {
      throw new BookingRefusedException(product.id() + " is not offered to " + to.country() + ".");
    }
    Weight charged =
        weight.compareTo(size.volumetricWeight()) > 0 ? weight : size.volumetricWeight();
    TrackingNumber number = TrackingNumber.ofSerial(++lastSerial);
    Shipment shipment = new Shipment(number, sender, to, product, charged, day);
    tracking.open(number, day);
    return shipments.save(shipment);
  }

  /** The shipment with this number. */
  public Shipment get(TrackingNumber number) {
    return shipments.get(number.value());
  }

  /** The shipments of a customer. */
  public List<Shipment> of(Customer sender) {
    return shipments.query().where(s -> s.sender().id().equals(sender.id())).list();
  }

  /** The shipments that have not reached their end. */
  public List<Shipment> open() {
    return shipments.query().where(s -> !tracking.status(s.number()).isFinal()).list();
  }

  /** How many shipments have a status. */
  public int count(ParcelStatus status) {
    return shipments.query().where(s -> tracking.status(s.number()) == status).count();
  }
}
