package io.flexibleupgrades.events;

/** One setting of a module. */
public record Setting(String key, String value) {
  public Setting {
    key = Text.storable(key);
    value = Text.storable(value);
  }
}
