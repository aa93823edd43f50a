package com.kestrelparcel.deliveries;

import com.kestrelparcel.depots.Depot;
import com.kestrelparcel.shipments.Shipment;
import java.time.LocalDate;

/** One attempt to deliver a shipment, from a depot. */
public record DeliveryAttempt(
    Shipment shipment, Depot depot, LocalDate day, int attempt, DeliveryOutcome outcome) {}
