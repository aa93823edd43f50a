package io.flexibleupgrades.servicecenter.details;

import io.flexibleupgrades.events.ModuleId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.GabowStrongConnectivityInspector;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleDirectedGraph;
import org.jgrapht.traverse.TopologicalOrderIterator;

/**
 * The plan of a preparation: its units, producers first. A unit is one module, or all members of a
 * cycle, which are compiled together.
 */
final class PlanGraph {
  private final List<List<ModuleId>> units;
  private final int[][] producers;
  private final int[] levels;

  /** A module consumes another directly. */
  record Edge(ModuleId module, ModuleId producer) {}

  private PlanGraph(List<List<ModuleId>> units, int[][] producers) {
    this.units = units;
    this.producers = producers;
    this.levels = new int[units.size()];
    for (int unit = 0; unit < levels.length; unit++) {
      for (int producer : producers[unit]) {
        levels[unit] = Math.max(levels[unit], levels[producer] + 1);
      }
    }
  }

  static PlanGraph of(Collection<ModuleId> modules, Collection<Edge> edges) {
    var graph = new SimpleDirectedGraph<ModuleId, DefaultEdge>(DefaultEdge.class);
    modules.forEach(graph::addVertex);
    for (var edge : edges) {
      boolean known = graph.containsVertex(edge.module()) && graph.containsVertex(edge.producer());
      if (known && !edge.module().equals(edge.producer())) {
        graph.addEdge(edge.producer(), edge.module());
      }
    }
    return of(new GabowStrongConnectivityInspector<>(graph).getCondensation());
  }

  private static PlanGraph of(Graph<Graph<ModuleId, DefaultEdge>, DefaultEdge> condensed) {
    var units = new ArrayList<List<ModuleId>>();
    var producers = new ArrayList<int[]>();
    var places = new HashMap<Graph<ModuleId, DefaultEdge>, Integer>();
    new TopologicalOrderIterator<>(condensed)
        .forEachRemaining(unit -> {
          producers.add(
              condensed.incomingEdgesOf(unit).stream()
                  .mapToInt(edge -> places.get(condensed.getEdgeSource(edge)))
                  .toArray());
          places.put(unit, units.size());
          units.add(
              unit.vertexSet().stream().sorted(Comparator.comparing(ModuleId::value)).toList());
        });
    return new PlanGraph(List.copyOf(units), producers.toArray(int[][]::new));
  }

  /** Returns the modules by level: those of level 0 consume nothing that is in the plan. */
  List<List<ModuleId>> levels() {
    int deepest = Arrays.stream(levels).max().orElse(-1);
    var modules = new ArrayList<List<ModuleId>>();
    for (int level = 0; level <= deepest; level++) {
      modules.add(new ArrayList<>());
    }
    for (int unit = 0; unit < levels.length; unit++) {
      modules.get(levels[unit]).addAll(units.get(unit));
    }
    modules.forEach(level -> level.sort(Comparator.comparing(ModuleId::value)));
    return modules;
  }

  /**
   * Returns the chain of units that takes longest one after the other, producers first. Units that
   * take no time are left out.
   */
  List<ChainLink> longestChain(ToLongFunction<ModuleId> millis) {
    long[] times = new long[units.size()];
    int[] before = new int[units.size()];
    int last = -1;
    for (int unit = 0; unit < times.length; unit++) {
      before[unit] = -1;
      for (int producer : producers[unit]) {
        if (before[unit] < 0 || times[producer] > times[before[unit]]) {
          before[unit] = producer;
        }
      }
      times[unit] = units.get(unit).stream().mapToLong(millis).sum();
      times[unit] += before[unit] < 0 ? 0 : times[before[unit]];
      last = last < 0 || times[unit] > times[last] ? unit : last;
    }
    var chain = new ArrayList<ChainLink>();
    for (int unit = last; unit >= 0; unit = before[unit]) {
      long alone = times[unit] - (before[unit] < 0 ? 0 : times[before[unit]]);
      if (alone > 0) {
        chain.add(new ChainLink(units.get(unit).getFirst(), Duration.ofMillis(alone)));
      }
    }
    Collections.reverse(chain);
    return chain;
  }
}
