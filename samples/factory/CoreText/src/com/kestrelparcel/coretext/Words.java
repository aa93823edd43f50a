package com.kestrelparcel.coretext;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tidies what people type. */
public final class Words {
  private Words() {}

  /** The text with single blanks between words and none around them. */
  public static String squeeze(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  /** The text with a capital letter at the start of each word. */
  public static String capitalised(String text) {
    return Arrays.stream(squeeze(text).split(" "))
        .filter(word -> !word.isEmpty())
        .map(
            w ->
                w.substring(0, 1).toUpperCase(Locale.ROOT)
                    + w.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(" "));
  }

  /** A key that is equal for texts that differ only by case, blanks and punctuation. */
  public static String searchKey(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /** The first letters, with an ellipsis where something was cut off. */
  public static String shortened(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 3) + "...";
  }
}
