package io.flexibleupgrades.servicecenter.modules;

import io.flexibleupgrades.events.ModuleId;

/**
 * Where a module stands in an ordered list of modules.
 *
 * @param key what it is ordered by, lowest first; 0 in alphabetical order
 */
record Position(long key, ModuleId name) {
  private static final char SEPARATOR = ' ';

  static Position parse(String text) {
    int end = text.indexOf(SEPARATOR);
    if (end < 0) {
      throw new IllegalArgumentException("A position has a key and a name.");
    }
    return new Position(
        Long.parseLong(text.substring(0, end)), new ModuleId(text.substring(end + 1)));
  }

  @Override
  public String toString() {
    return key + String.valueOf(SEPARATOR) + name;
  }
}
