package com.kestrelparcel.returns;

import com.kestrelparcel.addressbook.Address;
import com.kestrelparcel.shipments.Shipment;
import java.time.LocalDate;
import platform.entity.Entity;

/** The right to send a parcel back, up to a day. */
public record ReturnSlip(String id, Shipment original, Address to, LocalDate validUntil)
    implements Entity {}
