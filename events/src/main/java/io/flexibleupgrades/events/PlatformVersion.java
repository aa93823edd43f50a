package io.flexibleupgrades.events;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A platform version as its vendor writes it, for example {@code 11.9.0}. Versions compare part by
 * part as numbers, a missing part counting as 0: {@code 11.10 > 11.9}, {@code 11.9} and {@code
 * 11.9.0} compare as the same.
 *
 * <p>This order is coarser than {@code equals}, which tells {@code 11.9} from {@code 11.9.0}
 * because a version is shown and looked up as its vendor wrote it: ask {@link #compareTo} which
 * version is newer, {@code equals} which text names a distribution, and keep versions out of sorted
 * sets and maps.
 *
 * @param value two to four parts of at most nine digits, separated by dots
 */
public record PlatformVersion(String value) implements Comparable<PlatformVersion> {
  private static final Pattern FORM = Pattern.compile("\\d{1,9}(\\.\\d{1,9}){1,3}");

  public PlatformVersion {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "A platform version has two to four numbers separated by dots, such as 11.9.0, not '"
              + value
              + "'.");
    }
  }

  /** Returns the first part. */
  public int major() {
    return parts()[0];
  }

  @Override
  public int compareTo(PlatformVersion other) {
    return Arrays.compare(parts(), other.parts());
  }

  private int[] parts() {
    var parts = new int[4];
    var texts = value.split("\\.", -1);
    for (int i = 0; i < texts.length; i++) {
      parts[i] = Integer.parseInt(texts[i]);
    }
    return parts;
  }

  @Override
  public String toString() {
    return value;
  }
}
