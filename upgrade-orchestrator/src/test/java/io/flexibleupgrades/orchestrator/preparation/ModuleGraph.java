package io.flexibleupgrades.orchestrator.preparation;

/** Who reaches whom among modules, in sets; found without any order or plan. */
final class ModuleGraph {
  private final int[] producers;
  private final int[] reached;
  private final int[] cycles;

  /**
   * @param closed the modules beyond which nothing is reached
   */
  ModuleGraph(SimulatedModule[] modules, int closed) {
    int count = modules.length;
    producers = new int[count];
    for (int module = 0; module < count; module++) {
      producers[module] = (closed >>> module & 1) == 0 ? modules[module].producers() : 0;
    }
    reached = producers.clone();
    for (int via = 0; via < count; via++) {
      for (int module = 0; module < count; module++) {
        if ((reached[module] >>> via & 1) != 0) {
          reached[module] |= reached[via];
        }
      }
    }
    cycles = new int[count];
    for (int module = 0; module < count; module++) {
      int cycle = 1 << module;
      for (int rest = reached[module]; rest != 0; rest &= rest - 1) {
        int other = Integer.numberOfTrailingZeros(rest);
        cycle |= (reached[other] >>> module & 1) << other;
      }
      cycles[module] = cycle;
    }
  }

  /** Returns what the module consumes directly. */
  int producers(int module) {
    return producers[module];
  }

  /** Returns what the module consumes, directly or not. */
  int reached(int module) {
    return reached[module];
  }

  /** Returns the module and all that reach it and are reached by it. */
  int cycle(int module) {
    return cycles[module];
  }

  /** Returns the cycles of all these modules. */
  int cycles(int modules) {
    int all = 0;
    for (int rest = modules; rest != 0; rest &= rest - 1) {
      all |= cycles[Integer.numberOfTrailingZeros(rest)];
    }
    return all;
  }

  /** Returns those of these modules whose whole cycle is among them. */
  int wholeCycles(int modules) {
    int whole = 0;
    for (int rest = modules; rest != 0; rest &= rest - 1) {
      int module = Integer.numberOfTrailingZeros(rest);
      whole |= (cycles[module] & ~modules) == 0 ? 1 << module : 0;
    }
    return whole;
  }

  /** Returns what any of these modules consumes, directly or not. */
  int reachedFrom(int modules) {
    int all = 0;
    for (int rest = modules; rest != 0; rest &= rest - 1) {
      all |= reached[Integer.numberOfTrailingZeros(rest)];
    }
    return all;
  }

  /** Returns what any of these modules consumes directly. */
  int producersOf(int modules) {
    int all = 0;
    for (int rest = modules; rest != 0; rest &= rest - 1) {
      all |= producers[Integer.numberOfTrailingZeros(rest)];
    }
    return all;
  }
}
