package io.flexibleupgrades.orchestrator.http;

import io.flexibleupgrades.events.Choice;
import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.PlatformVersion;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.orchestrator.problem.Problem;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the texts of requests as the product's values; a problem says which one is malformed. */
final class Texts {
  private Texts() {}

  static EnvironmentName environment(String text) {
    return read("environment", text, EnvironmentName::new, Problem.MALFORMED_NAME);
  }

  static ModuleId module(String field, @Nullable String text) {
    return read(field, text, ModuleId::new, Problem.MALFORMED_NAME);
  }

  static PlatformVersion version(String field, @Nullable String text) {
    return read(field, text, PlatformVersion::new, Problem.MALFORMED_VERSION);
  }

  static Digest digest(String field, @Nullable String text) {
    return read(field, text, Digest::new, Problem.MALFORMED_REQUEST);
  }

  static UpgradeId upgrade(String text) {
    try {
      return UpgradeId.parse(text);
    } catch (IllegalArgumentException e) {
      throw Problem.UPGRADE_NOT_FOUND.with(
          "There is no upgrade '%s': an upgrade's id is a UUID.".formatted(text));
    }
  }

  static <E extends Enum<E>> E choice(String field, Class<E> type, @Nullable String text) {
    return read(field, text, value -> Choice.parse(type, value), Problem.MALFORMED_REQUEST);
  }

  /** Returns who asks, as they named themselves. */
  static String operator(@Nullable String requestedBy) {
    return requestedBy == null || requestedBy.isBlank() ? "unknown" : requestedBy;
  }

  /** Returns the text of a field that must be there. */
  static String required(String field, @Nullable String text) {
    if (text == null || text.isBlank()) {
      throw Problem.MALFORMED_REQUEST.with("Field '%s' is missing.".formatted(field));
    }
    return text;
  }

  /** Returns the request's body, which must be there. */
  static <T> T body(@Nullable T body) {
    if (body == null) {
      throw Problem.MALFORMED_REQUEST.with("The request has no body. Send a JSON object.");
    }
    return body;
  }

  /** Returns the value of a field that must be there. */
  static <T> T read(
      String field, @Nullable String text, Function<String, T> read, Problem problem) {
    try {
      return read.apply(required(field, text));
    } catch (IllegalArgumentException e) {
      throw problem.with("Field '%s': %s".formatted(field, e.getMessage()));
    }
  }
}
