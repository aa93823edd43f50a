package io.flexibleupgrades.cli.module;

import java.util.Optional;

/**
 * A setting as it is to be.
 *
 * @param value nothing removes the setting
 */
record SettingChange(String key, Optional<String> value) {

  /**
   * Returns the change written as {@code key=value}, or as {@code key=} for a removal.
   *
   * @throws IllegalArgumentException if it is not written so
   */
  static SettingChange parse(String text) {
    int equals = text.indexOf('=');
    if (equals < 0 || text.substring(0, equals).isBlank()) {
      throw new IllegalArgumentException(
          "'" + text + "' is no setting; write key=value, or key= to remove it.");
    }
    return new SettingChange(
        text.substring(0, equals),
        Optional.of(text.substring(equals + 1)).filter(value -> !value.isEmpty()));
  }
}
