package com.kestrelparcel.customers;

import com.kestrelparcel.addressbook.Address;
import platform.entity.Entity;

/** Somebody who sends parcels. */
public record Customer(String id, Address address, Segment segment, boolean blocked)
    implements Entity {

  /** How much a customer sends. */
  public enum Segment {
    PRIVATE,
    SHOP,
    ENTERPRISE
  }

  /** The name on the address. */
  public String name() {
    return address.name();
  }
}
