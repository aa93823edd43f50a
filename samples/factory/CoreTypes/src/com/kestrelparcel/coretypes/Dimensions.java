package com.kestrelparcel.coretypes;

/** A box's outer measures in centimetres. */
public record Dimensions(int length, int width, int height) {

  /** The weight that the volume is charged as: 5,000 cubic centimetres are a kilogram. */
  public Weight volumetricWeight() {
    return Weight.ofKilograms(length * width * height / 5000.0);
  }

  /** Length plus girth, which decides whether a parcel fits on the belt. */
  public int lengthPlusGirth() {
    int longest = Math.max(length, Math.max(width, height));
    return longest + 2 * (length + width + height - longest);
  }
}
