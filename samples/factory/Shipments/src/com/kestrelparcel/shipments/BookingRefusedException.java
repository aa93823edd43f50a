package com.kestrelparcel.shipments;

/** Says why a parcel was not accepted. */
public final class BookingRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BookingRefusedException(String reason) {
    super(reason);
  }
}
