package io.flexibleupgrades.orchestrator.preparation;

import io.flexibleupgrades.events.FailureKind;
import io.flexibleupgrades.orchestrator.preparation.Nature.DoesNotCompile;
import io.flexibleupgrades.orchestrator.preparation.Nature.Faulty;
import io.flexibleupgrades.orchestrator.preparation.Nature.Swallowed;
import org.jspecify.annotations.Nullable;

/**
 * What must become of each module between the start of a preparation, or of a preparation again,
 * and its end, said in sets over the graph: a module is skipped if anything outside its cycle that
 * it reaches, not through a prepared one, is bad or stays unprepared; its nature decides otherwise.
 * Knows nothing of plans, attempts or order.
 */
final class FactoryOracle {
  private final SimulatedModule[] modules;
  private final ModuleGraph graph;
  private final ModuleGraph unprepared;
  private final @Nullable FailureKind[] chance;
  private final long[] ways;
  private int bad;

  /**
   * @param prepared set of the modules that are so already
   * @param out set of the modules that stay failed or skipped
   */
  FactoryOracle(SimulatedModule[] modules, int prepared, int out) {
    this.modules = modules;
    graph = new ModuleGraph(modules, 0);
    unprepared = prepared == 0 ? graph : new ModuleGraph(modules, graph.wholeCycles(prepared));
    chance = new FailureKind[modules.length];
    ways = new long[modules.length];
    bad = out;
    for (int module = 0; module < modules.length; module++) {
      if ((prepared >>> module & 1) == 0 && modules[module].nature().isBad()) {
        bad |= 1 << module;
      }
    }
  }

  int count() {
    return modules.length;
  }

  /** Returns the set of all modules. */
  int all() {
    return (1 << modules.length) - 1;
  }

  /** Returns the module and all that reach it and are reached by it. */
  int cycle(int module) {
    return graph.cycle(module);
  }

  /** Returns the first of the module's cycle, which its unit is named for. */
  int unitOf(int module) {
    return Integer.numberOfTrailingZeros(graph.cycle(module));
  }

  /** Returns the modules outside that a member consumes directly, and the rest of their cycles. */
  int directOutside(int member) {
    return graph.cycles(graph.producers(member) & ~graph.cycle(member));
  }

  /** Returns the modules outside that the module's cycle consumes directly, and their cycles. */
  int producersOfUnit(int module) {
    int cycle = graph.cycle(module);
    return graph.cycles(graph.producersOf(cycle) & ~cycle);
  }

  /** Returns what stands between the module and being compiled, if any of it is not prepared. */
  int before(int module) {
    return unprepared.reached(module) & ~graph.cycle(module);
  }

  /** Takes note that chance, not nature, ended the last attempt of the module's cycle. */
  void fails(int module, FailureKind kind) {
    chance[unitOf(module)] = kind;
    bad |= graph.cycle(module);
  }

  /** Returns the set of those that can only be skipped. */
  boolean isSkipped(int module) {
    return (before(module) & bad) != 0;
  }

  /** Returns with what kind it fails, null if it does not fail. */
  @Nullable FailureKind failure(int module) {
    if (isSkipped(module)) {
      return null;
    }
    var byChance = chance[unitOf(module)];
    if (byChance != null) {
      return byChance;
    }
    FailureKind fault = null;
    for (int rest = graph.cycle(module); rest != 0; rest &= rest - 1) {
      switch (modules[Integer.numberOfTrailingZeros(rest)].nature()) {
        case Swallowed _ -> {
          return FailureKind.INFRASTRUCTURE;
        }
        case Faulty(int last, var kind) when last == Nature.FOR_EVER ->
            fault = fault == null ? kind : fault;
        default -> {
          // It does not lose the attempt.
        }
      }
    }
    return fault == null && modules[module].nature() instanceof DoesNotCompile
        ? FailureKind.COMPILE
        : fault;
  }

  /** Whether the module itself and all that it needs compile. */
  boolean isPrepared(int module) {
    return (graph.cycle(module) & bad) == 0 && !isSkipped(module);
  }

  /** Returns the weight of the module's cycle and of the heaviest chain that waits for it. */
  long longestWay(int module) {
    int unit = unitOf(module);
    if (ways[unit] == 0) {
      int cycle = graph.cycle(unit);
      long ahead = 0;
      long own = 0;
      for (int other = 0; other < modules.length; other++) {
        if ((cycle >>> other & 1) != 0) {
          own += modules[other].weight();
        } else if ((graph.producers(other) & cycle) != 0) {
          ahead = Math.max(ahead, longestWay(other));
        }
      }
      ways[unit] = own + ahead;
    }
    return ways[unit];
  }
}
