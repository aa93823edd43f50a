package com.kestrelparcel.notifications;

import com.kestrelparcel.coretext.Letter;
import com.kestrelparcel.shipments.Shipment;
import com.kestrelparcel.shipments.ShipmentBook;
import com.kestrelparcel.tracking.ParcelStatus;
import com.kestrelparcel.tracking.TrackingEvent;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import platform.event.EventBus;
import platform.event.Subscription;
import platform.log.Log;
import platform.text.TextFormat;

/** Writes to recipients when something happens to their parcels. */
public final class Notifier {
  private final Map<ParcelStatus, Letter> letters = new EnumMap<>(ParcelStatus.class);
  private final Log outbox = Log.of("Notifications");
  private final ShipmentBook book;
  private final Subscription subscription;

  /** Listens to the events of parcels that are in the book. */
  public Notifier(EventBus events, ShipmentBook book) {
    this.book = book;
    letters.put(ParcelStatus.ON_DELIVERY, Letter.of("On its way", "{{parcel}} comes today."));
    letters.put(
        ParcelStatus.DELIVERED,
        Letter.of("Delivered", "{{parcel}} arrived in {{where}}, {{day}}."));
    letters.put(ParcelStatus.AT_DEPOT, Letter.of("Waiting", "{{parcel}} waits at {{where}}."));
    subscription = events.subscribe(TrackingEvent.class, this::tell);
  }

  /** What was written, oldest first. */
  public List<String> sent() {
    return outbox.entries().stream().map(entry -> entry.message()).toList();
  }

  /** Writes no more. */
  public void stop() {
    subscription.cancel();
  }

  private void tell(TrackingEvent event) {
    Letter letter = letters.get(event.status());
    if (letter == null) {
      return;
    }
    Shipment shipment = book.get(event.number());
    outbox.write(
        letter.to(
            shipment.recipient().name(),
            Map.of(
                "parcel", event.number().value(),
                "where", event.where(),
                "day", TextFormat.date(event.day()))));
  }
}
