package io.flexibleupgrades.servicecenter.modules;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.ModuleId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("B38 a shortest path to each failed producer")
class PathSearchTest {
  @Test
  void takesTheShorterOfTwoWays() {
    var search =
        search(
            Map.of(
                "app", List.of("a", "b"),
                "a", List.of("c"),
                "c", List.of("core"),
                "b", List.of("core")));

    assertThat(search.paths(id("app"), List.of(id("core"))))
        .containsExactly(new ProducerPath(id("core"), ids("app", "b", "core")));
  }

  @Test
  void namesAPathToEachFailedProducer() {
    var search = search(Map.of("app", List.of("a", "b"), "a", List.of("x"), "b", List.of("y")));

    assertThat(search.paths(id("app"), ids("x", "y")))
        .containsExactly(
            new ProducerPath(id("x"), ids("app", "a", "x")),
            new ProducerPath(id("y"), ids("app", "b", "y")));
  }

  @Test
  void takesTheAlphabeticallyFirstOfEquals() {
    var search = search(Map.of("app", List.of("z", "a"), "a", List.of("x"), "z", List.of("x")));

    assertThat(search.paths(id("app"), ids("x")))
        .containsExactly(new ProducerPath(id("x"), ids("app", "a", "x")));
  }

  @Test
  void findsItsWayThroughCycles() {
    var search = search(Map.of("a", List.of("b"), "b", List.of("c"), "c", List.of("a", "d")));

    assertThat(search.paths(id("a"), ids("d")))
        .containsExactly(new ProducerPath(id("d"), ids("a", "b", "c", "d")));
  }

  @Test
  void leavesOutWhatCannotBeReached() {
    assertThat(search(Map.of("a", List.of("b"))).paths(id("a"), ids("elsewhere"))).isEmpty();
  }

  private static PathSearch search(Map<String, List<String>> producers) {
    return new PathSearch(
        producers.entrySet().stream()
            .collect(
                java.util.stream.Collectors.toMap(
                    entry -> id(entry.getKey()),
                    entry -> entry.getValue().stream().map(ModuleId::new).toList())));
  }

  private static ModuleId id(String name) {
    return new ModuleId(name);
  }

  private static List<ModuleId> ids(String... names) {
    return Stream.of(names).map(ModuleId::new).toList();
  }
}
