package com.kestrelparcel.tracking;

import com.kestrelparcel.coretypes.TrackingNumber;
import java.time.LocalDate;

/** One entry of a parcel's history. */
public record TrackingEvent(
    TrackingNumber number, LocalDate day, ParcelStatus status, String where) {}
