package io.flexibleupgrades.servicecenter.modules;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.flexibleupgrades.events.ModuleId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;

/** Whatever consumes whatever, cycles and strangers included, a shortest path is found to each. */
class PathSearchFuzzTest {

  @DisplayName("G12, B38: a shortest path to every producer that can be reached, and to no other")
  @FuzzTest
  void findsAShortestPath(FuzzedDataProvider input) {
    int size = input.consumeInt(1, 12);
    var modules = IntStream.range(0, size).mapToObj(i -> new ModuleId("M" + i)).toList();
    var producers = new HashMap<ModuleId, List<ModuleId>>();
    int edges = input.consumeInt(0, 40);
    for (int i = 0; i < edges; i++) {
      producers
          .computeIfAbsent(input.pickValue(modules), _ -> new ArrayList<>())
          .add(input.pickValue(modules));
    }
    var from = input.pickValue(modules);

    var paths = new PathSearch(producers).paths(from, modules);

    var steps = steps(from, producers);
    assertThat(paths)
        .extracting(ProducerPath::failedProducer)
        .containsExactlyElementsOf(modules.stream().filter(steps::containsKey).toList());
    for (var found : paths) {
      var path = found.path();
      assertThat(path).startsWith(from).endsWith(found.failedProducer());
      assertThat(path).hasSize(1 + steps.getOrDefault(found.failedProducer(), -1));
      for (int i = 1; i < path.size(); i++) {
        assertThat(producers.getOrDefault(path.get(i - 1), List.of())).contains(path.get(i));
      }
    }
  }

  /** Returns how many steps away each module is that can be reached, by relaxing every edge. */
  private static Map<ModuleId, Integer> steps(
      ModuleId from, Map<ModuleId, List<ModuleId>> producers) {
    var steps = new HashMap<ModuleId, Integer>(Map.of(from, 0));
    boolean changed = true;
    while (changed) {
      changed = false;
      for (var edge : producers.entrySet()) {
        var here = steps.get(edge.getKey());
        for (var producer : edge.getValue()) {
          if (here != null && here + 1 < steps.getOrDefault(producer, Integer.MAX_VALUE)) {
            steps.put(producer, here + 1);
            changed = true;
          }
        }
      }
    }
    return steps;
  }
}
