package io.flexibleupgrades.servicecenter.http;

import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.PublishId;
import io.flexibleupgrades.events.UpgradeId;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what requests say in their paths and queries. */
public final class Parameters {
  private static final int MOST = 1000;
  private static final int USUAL = 100;

  private Parameters() {}

  public static EnvironmentName environment(String text) {
    return name(text, EnvironmentName::new);
  }

  public static ModuleId module(String text) {
    return name(text, ModuleId::new);
  }

  public static UpgradeId upgrade(String text) {
    return name(text, UpgradeId::parse);
  }

  public static PublishId publish(String text) {
    return name(text, PublishId::parse);
  }

  /** Returns how many items a page has at most: 1 to 1,000, usually 100. */
  public static int limit(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return USUAL;
    }
    long limit = number("limit", text);
    if (limit < 1 || limit > MOST) {
      throw BadRequestException.malformedFilter(
          "limit must be 1 to %d, not %d.".formatted(MOST, limit));
    }
    return (int) limit;
  }

  /** Returns one of a closed choice, null if none is named. */
  public static <T> @Nullable T choice(@Nullable String text, Function<String, T> parse) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException e) {
      throw BadRequestException.malformedFilter(String.valueOf(e.getMessage()));
    }
  }

  /** Returns the text to look for, null if none is named. */
  public static @Nullable String text(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    if (text.length() > 500 || text.chars().anyMatch(Character::isISOControl)) {
      throw BadRequestException.malformedFilter(
          "text must have at most 500 characters and no control character.");
    }
    return text.strip();
  }

  private static long number(String what, String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      var refusal = BadRequestException.malformedFilter(what + " must be a whole number.");
      refusal.initCause(e);
      throw refusal;
    }
  }

  private static <T> T name(String text, Function<String, T> parse) {
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException e) {
      var refusal = BadRequestException.malformedName(String.valueOf(e.getMessage()));
      refusal.initCause(e);
      throw refusal;
    }
  }
}
