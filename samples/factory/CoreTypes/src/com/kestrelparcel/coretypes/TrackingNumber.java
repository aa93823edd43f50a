package com.kestrelparcel.coretypes;

import platform.text.TextFormat;

/** A parcel's number: {@code KP}, nine digits and a check digit. */
public record TrackingNumber(String value) {
  private static final int[] WEIGHTS = {8, 6, 4, 2, 3, 5, 9, 7, 1};

  /** Refuses everything that is no tracking number. */
  public TrackingNumber {
    if (!value.matches("KP\\d{10}")) {
      throw new IllegalArgumentException("'" + value + "' is not of the form KP and ten digits.");
    }
    int digit = value.charAt(11) - '0';
    if (digit != checkDigit(value.substring(2, 11))) {
      throw new IllegalArgumentException("The check digit of '" + value + "' is wrong.");
    }
  }

  /** The number with this serial, which has at most nine digits. */
  public static TrackingNumber ofSerial(long serial) {
    String digits = TextFormat.padLeft(Long.toString(serial), 9, '0');
    return new TrackingNumber("KP" + digits + checkDigit(digits));
  }

  /** The serial within the number. */
  public long serial() {
    return Long.parseLong(value.substring(2, 11));
  }

  private static int checkDigit(String digits) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (digits.charAt(i) - '0');
    }
    int check = 11 - sum % 11;
    return check == 10 ? 0 : check == 11 ? 5 : check;
  }

  @Override
  public String toString() {
    return value;
  }
}
