package io.flexibleupgrades.orchestrator.plan;

import io.flexibleupgrades.events.EnlistedModule;
import io.flexibleupgrades.events.ModuleId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jgrapht.Graph;
import org.jgrapht.Graphs;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.graph.DefaultDirectedGraph;
import org.jgrapht.graph.DefaultEdge;

/** What a plan must say of these modules: the units by JGraphT, all else by its definition. */
final class PlanOracle {
  private final Map<ModuleId, Long> weights;
  private final Graph<ModuleId, DefaultEdge> consumes =
      new DefaultDirectedGraph<>(DefaultEdge.class);
  private final List<Set<ModuleId>> units;
  private final Map<Set<ModuleId>, Set<Set<ModuleId>>> producers = new HashMap<>();
  private final Map<Set<ModuleId>, Long> ways = new HashMap<>();

  PlanOracle(List<EnlistedModule> modules) {
    weights =
        modules.stream().collect(Collectors.toMap(EnlistedModule::module, EnlistedModule::weight));
    weights.keySet().forEach(consumes::addVertex);
    for (var module : modules) {
      for (var producer : module.producers()) {
        if (weights.containsKey(producer)) {
          consumes.addEdge(module.module(), producer);
        }
      }
    }
    units = new KosarajuStrongConnectivityInspector<>(consumes).stronglyConnectedSets();
  }

  List<Set<ModuleId>> units() {
    return units;
  }

  /** Returns the units outside this one that one of its members consumes. */
  Set<Set<ModuleId>> producers(Set<ModuleId> unit) {
    return producers.computeIfAbsent(unit, this::findProducers);
  }

  private Set<Set<ModuleId>> findProducers(Set<ModuleId> unit) {
    return unit.stream()
        .flatMap(member -> Graphs.successorListOf(consumes, member).stream())
        .map(this::unitOf)
        .filter(other -> !other.equals(unit))
        .collect(Collectors.toSet());
  }

  /** Returns the units outside this one that consume one of its members. */
  Set<Set<ModuleId>> consumers(Set<ModuleId> unit) {
    return units.stream()
        .filter(other -> producers(other).contains(unit))
        .collect(Collectors.toSet());
  }

  /** Returns the consumers, their consumers, and so on until no more are found. */
  Set<Set<ModuleId>> transitiveConsumers(Set<ModuleId> unit) {
    var found = consumers(unit);
    for (int before = -1; before < found.size(); ) {
      before = found.size();
      for (var consumer : Set.copyOf(found)) {
        found.addAll(consumers(consumer));
      }
    }
    return new HashSet<>(found);
  }

  /** Returns the time from the start of the unit to the end of the last that waits for it. */
  long longestWay(Set<ModuleId> unit) {
    var known = ways.get(unit);
    if (known != null) {
      return known;
    }
    long ahead = consumers(unit).stream().mapToLong(this::longestWay).max().orElse(0);
    long way = ahead + unit.stream().mapToLong(weights::get).sum();
    ways.put(unit, way);
    return way;
  }

  private Set<ModuleId> unitOf(ModuleId module) {
    return units.stream().filter(unit -> unit.contains(module)).findFirst().orElseThrow();
  }
}
