package io.flexibleupgrades.benchmarks.engine;

import io.flexibleupgrades.systemtests.factory.Blueprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who consumes whom, in a file with a line per module: its name, then its direct producers.
 *
 * @param producers in an order in which a module comes after its producers
 */
record Graph(Map<String, List<String>> producers) {

  /** Writes a factory's graph. */
  static void write(Blueprint factory, Path file) throws IOException {
    var lines = new ArrayList<String>();
    for (var module : factory.modules()) {
      lines.add((module + " " + String.join(" ", factory.producersOf(module))).strip());
    }
    Files.write(file, lines);
  }

  static Graph read(Path file) throws IOException {
    var producers = new LinkedHashMap<String, List<String>>();
    for (var line : Files.readAllLines(file)) {
      var names = List.of(line.split(" ", -1));
      producers.put(names.getFirst(), names.subList(1, names.size()));
    }
    return new Graph(producers);
  }

  List<String> producersOf(String module) {
    return producers.getOrDefault(module, List.of());
  }

  /** Returns a module's producers, direct or not. */
  Set<String> closure(String module) {
    var closure = new LinkedHashSet<String>();
    collect(module, closure);
    return closure;
  }

  private void collect(String module, Set<String> closure) {
    for (var producer : producersOf(module)) {
      if (closure.add(producer)) {
        collect(producer, closure);
      }
    }
  }

  /** Returns the direct consumers of each module. */
  Map<String, List<String>> consumers() {
    var consumers = new LinkedHashMap<String, List<String>>();
    producers.keySet().forEach(module -> consumers.put(module, new ArrayList<>()));
    producers.forEach((module, names) ->
        names.forEach(name -> consumers.computeIfAbsent(name, _ -> new ArrayList<>()).add(module)));
    return consumers;
  }
}
