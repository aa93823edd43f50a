package io.flexibleupgrades.systemtests.samples;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Who consumes whom; modules that consume each other form one group. */
final class ProducerGraph {
  private final NavigableMap<String, NavigableSet<String>> reachable = new TreeMap<>();

  ProducerGraph(Map<String, SampleModule> modules) {
    for (SampleModule module : modules.values()) {
      NavigableSet<String> reached = new TreeSet<>();
      collect(module, modules, reached);
      reachable.put(module.name(), reached);
    }
  }

  private static void collect(
      SampleModule module, Map<String, SampleModule> modules, NavigableSet<String> reached) {
    for (String producer : module.producers()) {
      SampleModule next = modules.get(producer);
      if (next == null) {
        throw new IllegalStateException(module.name() + " names no known producer: " + producer);
      }
      if (reached.add(producer)) {
        collect(next, modules, reached);
      }
    }
  }

  /** All direct and transitive producers; a member of a cycle is among its own. */
  NavigableSet<String> producersOf(String module) {
    NavigableSet<String> reached = reachable.get(module);
    if (reached == null) {
      throw new IllegalArgumentException("There is no module " + module + ".");
    }
    return reached;
  }

  /** All direct and transitive consumers. */
  NavigableSet<String> consumersOf(String module) {
    NavigableSet<String> consumers = new TreeSet<>(reachable.keySet());
    consumers.removeIf(other -> !producersOf(other).contains(module));
    return consumers;
  }

  /** Groups of one module or one cycle, each after the groups of its producers. */
  List<NavigableSet<String>> groupsInOrder() {
    Comparator<NavigableSet<String>> fewerProducersFirst =
        Comparator.comparingInt(group -> producersOutside(group).size());
    return reachable.keySet().stream()
        .map(this::group)
        .distinct()
        .sorted(fewerProducersFirst.thenComparing(NavigableSet::first))
        .toList();
  }

  List<NavigableSet<String>> cycles() {
    return groupsInOrder().stream().filter(this::isCycle).toList();
  }

  /** The number of groups on the longest way from a consumer down to its producers. */
  int depth() {
    Map<String, Integer> depths = new TreeMap<>();
    for (NavigableSet<String> group : groupsInOrder()) {
      int below =
          producersOutside(group).stream()
              .mapToInt(producer -> depths.getOrDefault(producer, 0))
              .max()
              .orElse(0);
      group.forEach(member -> depths.put(member, below + 1));
    }
    return depths.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  private NavigableSet<String> producersOutside(NavigableSet<String> group) {
    NavigableSet<String> producers = new TreeSet<>(producersOf(group.first()));
    producers.removeAll(group);
    return producers;
  }

  private boolean isCycle(NavigableSet<String> group) {
    return producersOf(group.first()).contains(group.first());
  }

  private NavigableSet<String> group(String module) {
    NavigableSet<String> group = new TreeSet<>(producersOf(module));
    group.removeIf(other -> !producersOf(other).contains(module));
    group.add(module);
    return group;
  }
}
