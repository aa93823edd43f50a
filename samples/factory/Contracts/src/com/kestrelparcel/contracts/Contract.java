package com.kestrelparcel.contracts;

import com.kestrelparcel.corecalendar.Period;
import com.kestrelparcel.coremoney.Money;
import com.kestrelparcel.customers.Customer;
import platform.entity.Entity;

/**
 * What was agreed with a customer.
 *
 * @param discountPercent taken off each price
 * @param credit what may be unpaid at most
 */
public record Contract(
    String id, Customer customer, Period term, int discountPercent, int paymentDays, Money credit)
    implements Entity {}
