package io.flexibleupgrades.orchestrator.plan;

import java.util.Arrays;

/**
 * The edges of a graph over the nodes 0 to {@code size() - 1}, as two int arrays (compressed sparse
 * rows): the targets of node n stand at {@code start[n]} to {@code start[n + 1] - 1}.
 */
final class Adjacency {
  private final int[] start;
  private final int[] targets;

  private Adjacency(int[] start, int[] targets) {
    this.start = start;
    this.targets = targets;
  }

  /**
   * Returns the graph of these targets; repeated targets and self-references are left out.
   *
   * @param targetsOf for each node its targets, in any order
   */
  static Adjacency of(int[][] targetsOf) {
    var start = new int[targetsOf.length + 1];
    var rows = new int[targetsOf.length][];
    for (int node = 0; node < targetsOf.length; node++) {
      rows[node] = row(node, targetsOf[node]);
      start[node + 1] = start[node] + rows[node].length;
    }
    var targets = new int[start[targetsOf.length]];
    for (int node = 0; node < rows.length; node++) {
      System.arraycopy(rows[node], 0, targets, start[node], rows[node].length);
    }
    return new Adjacency(start, targets);
  }

  private static int[] row(int node, int[] targets) {
    var sorted = targets.clone();
    if (sorted.length > 1) {
      Arrays.sort(sorted);
    }
    int kept = 0;
    for (int target : sorted) {
      if (target != node && (kept == 0 || sorted[kept - 1] != target)) {
        sorted[kept++] = target;
      }
    }
    return kept == sorted.length ? sorted : Arrays.copyOf(sorted, kept);
  }

  /** Returns the same edges, each turned round. */
  Adjacency reversed() {
    var reversedStart = new int[start.length];
    for (int target : targets) {
      reversedStart[target + 1]++;
    }
    for (int node = 0; node < size(); node++) {
      reversedStart[node + 1] += reversedStart[node];
    }
    var next = Arrays.copyOf(reversedStart, size());
    var sources = new int[targets.length];
    for (int node = 0; node < size(); node++) {
      for (int edge = start[node]; edge < start[node + 1]; edge++) {
        sources[next[targets[edge]]++] = node;
      }
    }
    return new Adjacency(reversedStart, sources);
  }

  int size() {
    return start.length - 1;
  }

  int degree(int node) {
    return start[node + 1] - start[node];
  }

  /** Returns the node's target at this place, 0 to {@code degree(node) - 1}. */
  int target(int node, int place) {
    return targets[start[node] + place];
  }

  /** Returns the node's targets in ascending order. */
  int[] targets(int node) {
    return Arrays.copyOfRange(targets, start[node], start[node + 1]);
  }
}
