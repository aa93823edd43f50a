package io.flexibleupgrades.orchestrator.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ComponentsTest {

  @Test
  void aComponentsTargetsHaveSmallerNumbers() {
    assertThat(Components.of(Adjacency.of(new int[][] {{1}, {2}, {}}))).containsExactly(2, 1, 0);
  }

  @Test
  void nodesThatReachEachOtherAreOneComponent() {
    assertThat(Components.of(Adjacency.of(new int[][] {{1}, {2}, {0, 3}, {}})))
        .containsExactly(1, 1, 1, 0);
  }

  @Test
  void cyclesThatTouchInOneNodeAreOneComponent() {
    assertThat(Components.of(Adjacency.of(new int[][] {{1}, {0, 2}, {1}})))
        .containsOnly(0)
        .hasSize(3);
  }

  @Test
  void anEdgeBetweenCyclesInOneDirectionJoinsNothing() {
    var components = Components.of(Adjacency.of(new int[][] {{1}, {0}, {3, 0}, {2}}));

    assertThat(components).containsExactly(0, 0, 1, 1);
  }

  @Test
  void nodesWithoutEdgesAreComponentsOfTheirOwn() {
    assertThat(Components.of(Adjacency.of(new int[][] {{}, {}, {}}))).containsExactly(0, 1, 2);
  }
}
