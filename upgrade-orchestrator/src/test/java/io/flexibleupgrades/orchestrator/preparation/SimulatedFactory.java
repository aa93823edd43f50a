package io.flexibleupgrades.orchestrator.preparation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Modules, what becomes of each when it is compiled, and for what they are prepared.
 *
 * @param modules in the order of their numbers, which does not follow the graph
 */
record SimulatedFactory(Purpose purpose, List<SimulatedModule> modules) {
  private static final int MOST_WEIGHT = 6;

  enum Purpose {
    CLOUD_UPGRADE,
    ON_PREMISES_UPGRADE,
    PUBLISH
  }

  static SimulatedFactory random(SplittableRandom random) {
    var purpose =
        switch (random.nextInt(8)) {
          case 0, 1, 2 -> Purpose.ON_PREMISES_UPGRADE;
          case 3 -> Purpose.PUBLISH;
          default -> Purpose.CLOUD_UPGRADE;
        };
    int least = purpose == Purpose.PUBLISH ? 1 : 0;
    int count = least + random.nextInt(Numbered.MOST + 1 - least);
    var producers = producers(random, count);
    var modules = new ArrayList<SimulatedModule>(count);
    for (int module = 0; module < count; module++) {
      int oddities = random.nextInt(8) == 0 ? random.nextInt(SimulatedModule.MOST_ODDITIES) : 0;
      modules.add(
          new SimulatedModule(
              module,
              producers[module],
              oddities,
              1 + random.nextInt(MOST_WEIGHT),
              Nature.random(random),
              0));
    }
    return new SimulatedFactory(purpose, List.copyOf(modules));
  }

  /** Mostly a DAG: whoever stands later in a random order consumes. Every other one has cycles. */
  private static int[] producers(SplittableRandom random, int count) {
    var place = new int[count];
    for (int module = 0; module < count; module++) {
      place[module] = random.nextInt(1 << 20);
    }
    var producers = new int[count];
    if (count > 1) {
      int edges = random.nextInt(2 * count);
      for (int edge = 0; edge < edges; edge++) {
        int one = random.nextInt(count);
        int other = random.nextInt(count);
        if (place[one] > place[other]) {
          producers[one] |= 1 << other;
        } else if (one != other) {
          producers[other] |= 1 << one;
        }
      }
      int backwards = random.nextBoolean() ? 0 : random.nextInt(2 + count / 6);
      for (int edge = 0; edge < backwards; edge++) {
        int one = random.nextInt(count);
        producers[one] |= (1 << random.nextInt(count)) & ~(1 << one);
      }
    }
    return producers;
  }

  /** Returns the factories that are simpler by one thing. */
  List<SimulatedFactory> simpler() {
    var simpler = new ArrayList<SimulatedFactory>();
    for (int left = modules.size() - 1; left >= 0; left--) {
      if (purpose != Purpose.PUBLISH || modules.size() > 1) {
        simpler.add(without(left));
      }
    }
    for (var module : modules) {
      for (int rest = module.producers(); rest != 0; rest &= rest - 1) {
        simpler.add(with(module.consuming(module.producers() & ~(rest & -rest))));
      }
      simpler.add(with(module.of(new Nature.Compiles())));
      simpler.add(with(module.plain()));
    }
    simpler.add(new SimulatedFactory(Purpose.CLOUD_UPGRADE, modules));
    simpler.removeIf(this::equals);
    return simpler;
  }

  private SimulatedFactory with(SimulatedModule changed) {
    var all = new ArrayList<>(modules);
    all.set(changed.number(), changed);
    return new SimulatedFactory(purpose, List.copyOf(all));
  }

  private SimulatedFactory without(int module) {
    var rest = new ArrayList<>(modules);
    rest.remove(module);
    return new SimulatedFactory(
        purpose, rest.stream().map(other -> other.without(module)).toList());
  }
}
