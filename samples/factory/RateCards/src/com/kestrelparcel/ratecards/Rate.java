package com.kestrelparcel.ratecards;

import com.kestrelparcel.coremoney.Money;
import platform.entity.Entity;

/** The price of a product in a zone for parcels up to a number of kilograms. */
public record Rate(String id, String product, int zone, int kilograms, Money price)
    implements Entity {}
