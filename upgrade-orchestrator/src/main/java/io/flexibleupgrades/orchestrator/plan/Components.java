package io.flexibleupgrades.orchestrator.plan;

import java.util.Arrays;

/**
 * The strongly connected components of a graph, numbered so that a component's targets have smaller
 * numbers than itself.
 *
 * <p>Tarjan's algorithm with a stack of its own: a chain of 100,000 nodes must not exhaust the
 * thread's stack.
 */
final class Components {
  private static final int UNSEEN = -1;

  private final Adjacency graph;
  private final int[] order;
  private final int[] low;
  private final int[] componentOf;
  private final int[] open;
  private final int[] path;
  private final int[] nextPlace;
  private int openCount;
  private int seen;
  private int components;

  private Components(Adjacency graph) {
    this.graph = graph;
    order = new int[graph.size()];
    low = new int[graph.size()];
    componentOf = new int[graph.size()];
    open = new int[graph.size()];
    path = new int[graph.size()];
    nextPlace = new int[graph.size()];
    Arrays.fill(order, UNSEEN);
    Arrays.fill(componentOf, UNSEEN);
  }

  /** Returns for each node the number of its component, 0 and up. */
  static int[] of(Adjacency graph) {
    var search = new Components(graph);
    for (int node = 0; node < graph.size(); node++) {
      if (search.order[node] == UNSEEN) {
        search.visitFrom(node);
      }
    }
    return search.componentOf;
  }

  private void visitFrom(int root) {
    int depth = 0;
    path[0] = root;
    enter(root);
    while (depth >= 0) {
      int node = path[depth];
      int unseen = unseenTarget(node);
      if (unseen != UNSEEN) {
        enter(unseen);
        path[++depth] = unseen;
        continue;
      }
      if (low[node] == order[node]) {
        close(node);
      }
      depth--;
      if (depth >= 0) {
        low[path[depth]] = Math.min(low[path[depth]], low[node]);
      }
    }
  }

  private void enter(int node) {
    order[node] = seen;
    low[node] = seen;
    seen++;
    open[openCount++] = node;
  }

  /** Returns the next target that was not entered yet, lowering the node's mark by the others. */
  private int unseenTarget(int node) {
    while (nextPlace[node] < graph.degree(node)) {
      int target = graph.target(node, nextPlace[node]++);
      if (order[target] == UNSEEN) {
        return target;
      }
      if (componentOf[target] == UNSEEN) {
        low[node] = Math.min(low[node], order[target]);
      }
    }
    return UNSEEN;
  }

  private void close(int node) {
    int member;
    do {
      member = open[--openCount];
      componentOf[member] = components;
    } while (member != node);
    components++;
  }
}
