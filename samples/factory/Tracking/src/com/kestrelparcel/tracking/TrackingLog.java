package com.kestrelparcel.tracking;

import com.kestrelparcel.coretypes.TrackingNumber;
import com.kestrelparcel.deliveries.DeliveryAttempt;
import com.kestrelparcel.deliveries.DeliveryOutcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import platform.event.EventBus;

/** The histories of all parcels; each new entry is published. */
public final class TrackingLog {
  private final Map<String, List<TrackingEvent>> histories = new TreeMap<>();
  private final EventBus events;

  /** An empty log. */
  public TrackingLog(EventBus events) {
    this.events = events;
  }

  /** Opens the history of a booked parcel. */
  public void open(TrackingNumber number, LocalDate day) {
    histories.put(number.value(), new ArrayList<>());
    add(new TrackingEvent(number, day, ParcelStatus.BOOKED, "online"));
  }

  /** Adds an entry; a parcel at its end gets none. */
  public void add(TrackingEvent event) {
    List<TrackingEvent> history = history(event.number());
    if (!history.isEmpty() && history.get(history.size() - 1).status().isFinal()) {
      throw new IllegalStateException(event.number() + " has already reached its end.");
    }
    history.add(event);
    events.publish(event);
  }

  /** Adds what came of an attempt at delivery. */
  public void add(DeliveryAttempt attempt) {
    ParcelStatus status =
        switch (attempt.outcome()) {
          case HANDED_OVER, LEFT_WITH_NEIGHBOUR -> ParcelStatus.DELIVERED;
          case NOBODY_HOME -> ParcelStatus.AT_DEPOT;
          case REFUSED -> ParcelStatus.RETURNED;
        };
    String where =
        attempt.outcome() == DeliveryOutcome.NOBODY_HOME
            ? "depot " + attempt.depot().id()
            : attempt.shipment().recipient().city();
    add(new TrackingEvent(attempt.shipment().number(), attempt.day(), status, where));
  }

  /** The parcel's present status. */
  public ParcelStatus status(TrackingNumber number) {
    List<TrackingEvent> history = history(number);
    return history.get(history.size() - 1).status();
  }

  /** The parcel's history, oldest first. */
  public List<TrackingEvent> of(TrackingNumber number) {
    return List.copyOf(history(number));
  }

  private List<TrackingEvent> history(TrackingNumber number) {
    List<TrackingEvent> history = histories.get(number.value());
    if (history == null) {
      throw new IllegalArgumentException("There is no parcel " + number + ".");
    }
    return history;
  }
}
