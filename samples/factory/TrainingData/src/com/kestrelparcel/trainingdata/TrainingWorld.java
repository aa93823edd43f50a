package com.kestrelparcel.trainingdata;

import com.kestrelparcel.addressbook.Address;
import com.kestrelparcel.coreaudit.AuditTrail;
import com.kestrelparcel.coresecurity.Staff;
import com.kestrelparcel.coretypes.Dimensions;
import com.kestrelparcel.coretypes.Weight;
import com.kestrelparcel.customers.Customer;
import com.kestrelparcel.customers.Customer.Segment;
import com.kestrelparcel.customers.CustomerRegister;
import com.kestrelparcel.deliveries.DeliveryAttempt;
import com.kestrelparcel.deliveries.DeliveryOutcome;
import com.kestrelparcel.deliveries.Doorstep;
import com.kestrelparcel.depots.DepotNetwork;
import com.kestrelparcel.parcelcatalog.Catalog;
import com.kestrelparcel.shipments.Shipment;
import com.kestrelparcel.shipments.ShipmentBook;
import com.kestrelparcel.tracking.ParcelStatus;
import com.kestrelparcel.tracking.TrackingEvent;
import com.kestrelparcel.tracking.TrackingLog;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import platform.event.EventBus;
import platform.security.User;
import platform.time.PlatformClock;

/** A small company on a Monday in March, for training environments and demonstrations. */
public final class TrainingWorld {
  private static final Dimensions BOX = new Dimensions(40, 30, 20);

  private final PlatformClock clock = PlatformClock.at(LocalDateTime.of(2025, 3, 3, 8, 0));
  private final EventBus events = new EventBus();
  private final AuditTrail audit = new AuditTrail(clock);
  private final User clerk = Staff.member("Mara", Staff.CLERK);
  private final User supervisor = Staff.member("Ilse", Staff.SUPERVISOR);
  private final DepotNetwork depots = DepotNetwork.current();
  private final Catalog catalog = Catalog.current();
  private final TrackingLog tracking = new TrackingLog(events);
  private final ShipmentBook book = new ShipmentBook(tracking, 47_110);
  private final CustomerRegister customers = new CustomerRegister(audit);
  private final Doorstep doorstep = new Doorstep(depots);
  private final Customer shop;
  private final Customer brewery;

  /** The world with two customers and nothing sent. */
  public TrainingWorld() {
    shop =
        customers.register(
            Address.domestic("Buchladen Linde", "Lindenstr. 4", "12049", "berlin"),
            Segment.SHOP,
            clerk);
    brewery =
        customers.register(
            Address.domestic("Brauerei Kranz", "Am Kai 1", "20457", "hamburg"),
            Segment.ENTERPRISE,
            supervisor);
  }

  /** Books the parcels of an ordinary day: five at home and one abroad. */
  public List<Shipment> bookOrdinaryDay() {
    return List.of(
        book(shop, home("Jana Roth", "Ring 5", "50667", "Cologne"), "STANDARD", 1.2),
        book(shop, home("Piet Alt", "Hof 2", "13051", "Berlin"), "LETTERBOX", 0.4),
        book(shop, home("Ute Brandt", "Markt 9", "80331", "Munich"), "EXPRESS", 3.0),
        book(brewery, home("Gasthof Post", "Dorfstr. 1", "51503", "Bensberg"), "STANDARD", 24.5),
        book(brewery, home("Kiosk am See", "Uferweg 3", "21073", "Hamburg"), "STANDARD", 12.0),
        book(brewery, swiss(), "WORLD", 6.0));
  }

  /** Lets a day pass and delivers a shipment with what the driver reports. */
  public DeliveryAttempt deliverNextDay(Shipment shipment, DeliveryOutcome outcome) {
    nextDay();
    tracking.add(
        new TrackingEvent(shipment.number(), clock.today(), ParcelStatus.ON_DELIVERY, "van"));
    DeliveryAttempt attempt = doorstep.attempt(shipment, clock.today(), outcome);
    tracking.add(attempt);
    return attempt;
  }

  /** Lets a day pass. */
  public void nextDay() {
    clock.advance(Duration.ofDays(1));
  }

  /** An address in Switzerland. */
  public Address swiss() {
    return new Address("Restaurant Rose", "Dorfplatz 7", "8003", "Zurich", "CH");
  }

  /** A size that every product accepts. */
  public Dimensions box() {
    return BOX;
  }

  private Shipment book(Customer sender, Address to, String product, double kilograms) {
    Weight weight = Weight.ofKilograms(kilograms);
    return book.book(sender, to, catalog.get(product), weight, BOX, clock.today());
  }

  private static Address home(String name, String street, String postalCode, String city) {
    return Address.domestic(name, street, postalCode, city);
  }

  public PlatformClock clock() {
    return clock;
  }

  public EventBus events() {
    return events;
  }

  public AuditTrail audit() {
    return audit;
  }

  public User clerk() {
    return clerk;
  }

  public User supervisor() {
    return supervisor;
  }

  public DepotNetwork depots() {
    return depots;
  }

  public Catalog catalog() {
    return catalog;
  }

  public TrackingLog tracking() {
    return tracking;
  }

  public ShipmentBook book() {
    return book;
  }

  public CustomerRegister customers() {
    return customers;
  }

  public Doorstep doorstep() {
    return doorstep;
  }

  public Customer shop() {
    return shop;
  }

  public Customer brewery() {
    return brewery;
  }
}
