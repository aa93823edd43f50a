package com.kestrelparcel.claims;

import com.kestrelparcel.claims.Claim.Reason;
import com.kestrelparcel.coreaudit.AuditTrail;
import com.kestrelparcel.coremoney.Money;
import com.kestrelparcel.coretypes.TrackingNumber;
import com.kestrelparcel.shipments.Shipment;
import com.kestrelparcel.shipments.ShipmentBook;
import com.kestrelparcel.tracking.ParcelStatus;
import com.kestrelparcel.tracking.TrackingLog;
import java.util.List;
import platform.entity.Table;
import platform.security.User;
import platform.text.TextFormat;

/** Receives claims and decides what is paid. */
public final class ClaimDesk {
  private final Table<Claim> claims = Table.named("Claim");
  private final ShipmentBook book;
  private final TrackingLog tracking;
  private final AuditTrail audit;

  /** A desk without claims. */
  public ClaimDesk(ShipmentBook book, TrackingLog tracking, AuditTrail audit) {
    this.book = book;
    this.tracking = tracking;
    this.audit = audit;
  }

  /** Opens a claim for a parcel. */
  public Claim open(TrackingNumber number, Reason reason, Money demanded, User by) {
    String id = "CL" + (claims.count() + 1);
    audit.record(by, "open claim", id);
    return claims.save(new Claim(id, book.get(number), reason, demanded, Money.ZERO, false));
  }

  /** Settles a claim and returns it with what is granted. */
  public Claim settle(String id, User by) {
    Claim claim = claims.get(id);
    audit.record(by, "settle claim", id);
    Money granted = granted(claim);
    return claims.save(
        new Claim(id, claim.shipment(), claim.reason(), claim.demanded(), granted, true));
  }

  /** The claims that nobody has settled. */
  public List<Claim> open() {
    return claims.query().where(claim -> !claim.settled()).list();
  }

  /** A letter's line about a claim. */
  public String describe(Claim claim) {
    return claim.id()
        + " "
        + claim.reason()
        + ": "
        + TextFormat.money(claim.granted().cents(), "EUR")
        + " of "
        + TextFormat.money(claim.demanded().cents(), "EUR");
  }

  private Money granted(Claim claim) {
    Shipment shipment = claim.shipment();
    boolean delivered = tracking.status(shipment.number()) == ParcelStatus.DELIVERED;
    Money liability = shipment.product().liability();
    Money limit = claim.demanded().compareTo(liability) < 0 ? claim.demanded() : liability;
    return switch (claim.reason()) {
      case LOST -> delivered ? Money.ZERO : limit;
      case DAMAGED -> limit.percent(delivered ? 80 : 100);
      case LATE -> shipment.product().base();
    };
  }
}
