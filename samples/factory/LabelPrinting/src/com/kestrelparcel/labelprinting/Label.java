package com.kestrelparcel.labelprinting;

import com.kestrelparcel.addressbook.Address;
import com.kestrelparcel.depots.Depot;
import com.kestrelparcel.depots.DepotNetwork;
import com.kestrelparcel.shipments.Shipment;
import java.util.ArrayList;
import java.util.List;
import platform.text.TextFormat;
import platform.time.PlatformClock;

/** The label that is stuck onto a parcel. */
public final class Label {
  private static final int WIDTH = 34;

  private final Shipment shipment;
  private final Depot depot;
  private final String printedOn;

  /** The label of a shipment, printed now. */
  public Label(Shipment shipment, DepotNetwork depots, PlatformClock clock) {
    this.shipment = shipment;
    this.depot = depots.serving(shipment.recipient().area());
    this.printedOn = clock.currentDate();
  }

  /** The code that scanners read: depot, area and zone. */
  public String routingCode() {
    String area =
        TextFormat.padLeft(Integer.toString(shipment.recipient().area().number()), 2, '0');
    return depot.id() + "." + area + "." + shipment.zone();
  }

  /** The lines of the label within a frame. */
  public List<String> lines() {
    Address to = shipment.recipient();
    List<String> content =
        List.of(
            shipment.product().id() + "  " + shipment.weight(),
            to.name(),
            to.street(),
            to.country() + " " + to.postalCode() + " " + to.city(),
            routingCode() + "  " + bars(),
            shipment.number() + "  " + printedOn);
    List<String> lines = new ArrayList<>();
    lines.add("+" + "-".repeat(WIDTH) + "+");
    content.forEach(line -> lines.add("|" + TextFormat.padRight(line, WIDTH) + "|"));
    lines.add("+" + "-".repeat(WIDTH) + "+");
    return lines;
  }

  private String bars() {
    StringBuilder bars = new StringBuilder();
    for (char digit : Long.toString(shipment.number().serial()).toCharArray()) {
      bars.append((digit - '0') % 2 == 0 ? "|" : "||").append(' ');
    }
    return bars.toString().stripTrailing();
  }
}
