package com.kestrelparcel.customs;

import com.kestrelparcel.coremoney.Money;

/** What is in a parcel, as the sender declares it. */
public record Goods(String description, int pieces, Money value) {}
