package com.kestrelparcel.coregeo;

/** The first two digits of a postal code; a hundred areas cover the country on a grid of ten. */
public record PostalArea(int number) {

  /** The area of a five-digit postal code. */
  public static PostalArea of(String postalCode) {
    if (!postalCode.matches("\\d{5}")) {
      throw new IllegalArgumentException("'" + postalCode + "' is not a five-digit postal code.");
    }
    return new PostalArea(Integer.parseInt(postalCode.substring(0, 2)));
  }

  /** The middle of the area. */
  public Place centre() {
    return new Place(number % 10 * 60.0 + 30, number / 10 * 80.0 + 40);
  }

  /** The tariff zone seen from another area: 1 near, 2 regional, 3 far. */
  public int zoneFrom(PostalArea origin) {
    double distance = centre().kilometresTo(origin.centre());
    if (distance <= 100) {
      return 1;
    }
    return distance <= 300 ? 2 : 3;
  }
}
