package io.flexibleupgrades.events;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Reads an enumeration by the text that its constants are written as. */
public final class Choice {
  private Choice() {}

  /**
   * Returns the constant written as this text.
   *
   * @throws IllegalArgumentException if there is none; the message lists those there are
   */
  public static <E extends Enum<E>> E parse(Class<E> type, String text) {
    for (var constant : type.getEnumConstants()) {
      if (constant.toString().equals(text)) {
        return constant;
      }
    }
    throw new IllegalArgumentException(
        "'%s' is none of: %s."
            .formatted(
                text,
                Arrays.stream(type.getEnumConstants())
                    .map(Object::toString)
                    .collect(Collectors.joining(", "))));
  }
}
