package io.flexibleupgrades.orchestrator.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AdjacencyTest {
  private static final int[][] DIAMOND = {{}, {0}, {0}, {2, 1}};

  @Test
  void targetsStandInAscendingOrderOnceAndWithoutTheNodeItself() {
    var graph = Adjacency.of(new int[][] {{2, 1, 2, 0}, {1}, {}});

    assertThat(graph.size()).isEqualTo(3);
    assertThat(graph.targets(0)).containsExactly(1, 2);
    assertThat(graph.degree(0)).isEqualTo(2);
    assertThat(graph.target(0, 1)).isEqualTo(2);
    assertThat(graph.targets(1)).isEmpty();
    assertThat(graph.targets(2)).isEmpty();
  }

  @Test
  void reversedTurnsEachEdgeRound() {
    var reversed = Adjacency.of(DIAMOND).reversed();

    assertThat(reversed.targets(0)).containsExactly(1, 2);
    assertThat(reversed.targets(1)).containsExactly(3);
    assertThat(reversed.targets(2)).containsExactly(3);
    assertThat(reversed.targets(3)).isEmpty();
  }

  @Test
  void reversedTwiceIsTheSameGraph() {
    var again = Adjacency.of(DIAMOND).reversed().reversed();

    assertThat(again.targets(3)).containsExactly(1, 2);
    assertThat(again.targets(1)).containsExactly(0);
    assertThat(again.targets(2)).containsExactly(0);
    assertThat(again.targets(0)).isEmpty();
  }

  @Test
  void aGraphWithoutNodesIsReversedIntoOne() {
    assertThat(Adjacency.of(new int[0][]).reversed().size()).isZero();
  }
}
