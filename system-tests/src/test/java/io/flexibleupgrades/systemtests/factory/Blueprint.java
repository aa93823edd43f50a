package io.flexibleupgrades.systemtests.factory;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A factory as a test wants it.
 *
 * @param producers the direct producers of each module
 * @param broken the modules whose own source does not compile on the new platform
 */
public record Blueprint(
    NavigableMap<String, NavigableSet<String>> producers, NavigableSet<String> broken) {

  /** Returns a factory from the direct producers of each module. */
  public static Blueprint of(Map<String, Set<String>> producers, Set<String> broken) {
    var copy = new TreeMap<String, NavigableSet<String>>();
    producers.forEach((module, names) -> copy.put(module, new TreeSet<>(names)));
    return new Blueprint(copy, new TreeSet<>(broken));
  }

  public List<String> modules() {
    return List.copyOf(producers.keySet());
  }

  /** Returns the direct producers of a module. */
  public NavigableSet<String> producersOf(String module) {
    var names = producers.get(module);
    if (names == null) {
      throw new IllegalArgumentException("There is no module " + module + ".");
    }
    return names;
  }
}
