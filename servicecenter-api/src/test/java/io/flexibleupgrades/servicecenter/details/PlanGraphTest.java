package io.flexibleupgrades.servicecenter.details;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.ModuleId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PlanGraphTest {

  @Test
  @DisplayName("a module stands one level above the highest of its producers")
  void putsModulesAboveTheirProducers() {
    var graph = graph("a", "b", "c<a", "d<c b", "e");

    assertThat(graph.levels()).containsExactly(ids("a", "b", "e"), ids("c"), ids("d"));
  }

  @Test
  @DisplayName("B17: the members of a cycle stand on one level, their consumers above it")
  void keepsACycleTogether() {
    var graph = graph("a", "x<a z", "y<x", "z<y", "over<y");

    assertThat(graph.levels()).containsExactly(ids("a"), ids("x", "y", "z"), ids("over"));
  }

  @Test
  @DisplayName("the critical path takes longest, and a cycle on it counts with all its members")
  void findsTheLongestChain() {
    var graph = graph("a", "b", "x<a y", "y<x", "top<x b");
    var times = Map.of("a", 10L, "b", 65L, "x", 30L, "y", 30L, "top", 5L);

    assertThat(graph.longestChain(module -> times.getOrDefault(module.value(), 0L)))
        .containsExactly(link("a", 10), link("x", 60), link("top", 5));
  }

  @Test
  @DisplayName("what takes no time is left out of the critical path")
  void leavesOutWhatIsDone() {
    var graph = graph("a", "b<a", "c<b");

    assertThat(graph.longestChain(module -> module.value().equals("b") ? 7 : 0))
        .containsExactly(link("b", 7));
    assertThat(graph.longestChain(_ -> 0)).isEmpty();
    assertThat(graph().longestChain(_ -> 1)).isEmpty();
    assertThat(graph().levels()).isEmpty();
  }

  private static ChainLink link(String module, long millis) {
    return new ChainLink(new ModuleId(module), Duration.ofMillis(millis));
  }

  private static List<ModuleId> ids(String... names) {
    return Stream.of(names).map(ModuleId::new).toList();
  }

  /** Makes a graph of modules that are written as {@code module<producer producer}. */
  static PlanGraph graph(String... modules) {
    var names = new ArrayList<ModuleId>();
    var edges = new ArrayList<PlanGraph.Edge>();
    for (var module : modules) {
      int end = module.indexOf('<');
      var name = new ModuleId(end < 0 ? module : module.substring(0, end));
      names.add(name);
      if (end >= 0) {
        Stream.of(module.substring(end + 1).split(" ", -1))
            .forEach(producer -> edges.add(new PlanGraph.Edge(name, new ModuleId(producer))));
      }
    }
    return PlanGraph.of(names, edges);
  }
}
