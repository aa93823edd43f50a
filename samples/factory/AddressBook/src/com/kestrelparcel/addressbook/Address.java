package com.kestrelparcel.addressbook;

import com.kestrelparcel.coregeo.PostalArea;
import com.kestrelparcel.coretext.Words;
import java.util.Locale;

/** Where something is collected from or delivered to. */
public record Address(String name, String street, String postalCode, String city, String country) {

  /** Tidies the spelling. */
  public Address {
    name = Words.squeeze(name);
    street = Words.squeeze(street);
    city = Words.capitalised(city);
    country = country.toUpperCase(Locale.ROOT);
  }

  /** An address at home, which has a postal area. */
  public static Address domestic(String name, String street, String postalCode, String city) {
    PostalArea.of(postalCode);
    return new Address(name, street, postalCode, city, "DE");
  }

  /** Whether customs have no say in it. */
  public boolean isDomestic() {
    return country.equals("DE");
  }

  /** The postal area; abroad, the area of the border crossing. */
  public PostalArea area() {
    return isDomestic() ? PostalArea.of(postalCode) : new PostalArea(99);
  }

  /** The address in one line. */
  public String oneLine() {
    return name + ", " + street + ", " + country + "-" + postalCode + " " + city;
  }
}
