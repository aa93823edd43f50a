package io.flexibleupgrades.servicecenter.modules;

import io.flexibleupgrades.events.ModuleId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Searches the plan for how a module comes to consume others. */
final class PathSearch {
  private final Map<ModuleId, List<ModuleId>> producers;

  /**
   * Takes the edges to search along.
   *
   * @param producers the modules that each module consumes directly
   */
  PathSearch(Map<ModuleId, List<ModuleId>> producers) {
    this.producers = Map.copyOf(producers);
  }

  /**
   * Returns a shortest path to each of the targets that can be reached, in the targets' order. Of
   * paths of one length, the alphabetically first step is taken where it matters.
   */
  List<ProducerPath> paths(ModuleId from, Collection<ModuleId> targets) {
    var cameFrom = new HashMap<ModuleId, ModuleId>();
    cameFrom.put(from, from);
    var open = new ArrayDeque<ModuleId>(List.of(from));
    while (!open.isEmpty()) {
      var module = open.removeFirst();
      for (var producer : producers.getOrDefault(module, List.of()).stream().sorted().toList()) {
        if (cameFrom.putIfAbsent(producer, module) == null) {
          open.addLast(producer);
        }
      }
    }
    return targets.stream()
        .filter(cameFrom::containsKey)
        .map(target -> new ProducerPath(target, path(from, target, cameFrom)))
        .toList();
  }

  private static List<ModuleId> path(ModuleId from, ModuleId to, Map<ModuleId, ModuleId> cameFrom) {
    var path = new ArrayList<ModuleId>(List.of(to));
    for (var at = to; !at.equals(from); ) {
      at = cameFrom.getOrDefault(at, from);
      path.add(at);
    }
    return path.reversed();
  }
}
