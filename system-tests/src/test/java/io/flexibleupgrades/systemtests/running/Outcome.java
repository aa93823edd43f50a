package io.flexibleupgrades.systemtests.running;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What became of the modules in scope of an upgrade.
 *
 * @param skipped each skipped module with the failed modules that it consumes, directly or not
 */
public record Outcome(Set<String> prepared, Set<String> failed, Map<String, Set<String>> skipped) {

  /** Returns what a list of modules shows; fails if one of them is not settled. */
  static Outcome of(List<JsonNode> modules) {
    var outcome = new Outcome(new TreeSet<>(), new TreeSet<>(), new TreeMap<>());
    for (var module : modules) {
      var name = module.path("name").asText();
      switch (module.path("state").asText()) {
        case "prepared" -> outcome.prepared.add(name);
        case "failed" -> outcome.failed.add(name);
        case "skipped" -> outcome.skipped.put(name, texts(module.path("failedProducers")));
        case "excluded" -> {}
        default -> throw new AssertionError("This module is not settled: " + module);
      }
    }
    return outcome;
  }

  /** Returns the texts of an array, in alphabetical order. */
  public static Set<String> texts(JsonNode array) {
    var texts = new TreeSet<String>();
    array.forEach(item -> texts.add(item.asText()));
    return texts;
  }

  public int total() {
    return prepared.size() + failed.size() + skipped.size();
  }

  /** Returns the state that an upgrade with this outcome ends in. */
  public String state() {
    return failed.isEmpty() && skipped.isEmpty() ? "ready" : "ready-with-errors";
  }
}
