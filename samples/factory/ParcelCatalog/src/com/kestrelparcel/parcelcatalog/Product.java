package com.kestrelparcel.parcelcatalog;

import com.kestrelparcel.coremoney.Money;
import com.kestrelparcel.coretypes.Dimensions;
import com.kestrelparcel.coretypes.Weight;
import platform.entity.Entity;

/**
 * A service that customers can book.
 *
 * @param days working days until delivery
 * @param liability what is paid at most for a lost parcel
 */
public record Product(
    String id, Weight maximum, int days, boolean international, Money base, Money liability)
    implements Entity {
  private static final int BELT_CENTIMETRES = 360;

  /** Whether a parcel of this weight and size can be sent with it. */
  public boolean accepts(Weight weight, Dimensions size) {
    return weight.compareTo(maximum) <= 0 && size.lengthPlusGirth() <= BELT_CENTIMETRES;
  }
}
