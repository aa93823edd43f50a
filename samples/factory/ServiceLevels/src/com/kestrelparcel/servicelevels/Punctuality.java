package com.kestrelparcel.servicelevels;

/** How many parcels arrived, how many of them in time, and how many are late and still open. */
public record Punctuality(int delivered, int inTime, int overdue) {

  /** The share of delivered parcels that arrived in time; 100 when none was delivered. */
  public int percent() {
    return delivered == 0 ? 100 : inTime * 100 / delivered;
  }
}
