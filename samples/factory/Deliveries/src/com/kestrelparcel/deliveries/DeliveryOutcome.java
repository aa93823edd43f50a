package com.kestrelparcel.deliveries;

/** What came of ringing the bell. */
public enum DeliveryOutcome {
  HANDED_OVER,
  LEFT_WITH_NEIGHBOUR,
  NOBODY_HOME,
  REFUSED
}
