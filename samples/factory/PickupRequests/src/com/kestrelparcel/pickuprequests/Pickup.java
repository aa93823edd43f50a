package com.kestrelparcel.pickuprequests;

import com.kestrelparcel.customers.Customer;
import com.kestrelparcel.depots.Depot;
import java.time.LocalDate;
import platform.entity.Entity;

/** A van that comes to a customer's door to collect parcels. */
public record Pickup(String id, Customer customer, Depot depot, LocalDate day, int parcels)
    implements Entity {}
