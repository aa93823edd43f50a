package io.flexibleupgrades.orchestrator.plan;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.EnlistedModule;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.ModuleKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Factories by chance, the same for the same seed: mostly a DAG, often with cycles. */
public final class RandomModules {
  private static final int MOST_PRODUCERS = 4;
  private static final int MOST_WEIGHT = 6;

  private RandomModules() {}

  /**
   * Returns so many modules, in no particular order. Their names do not follow the graph; few
   * weights, so that some ways are equally long; some name themselves, or a module that there is
   * not, as a producer.
   */
  public static List<EnlistedModule> of(Random random, int count) {
    var names = new ArrayList<>(IntStream.range(0, count).mapToObj(RandomModules::name).toList());
    Collections.shuffle(names, random);
    int backEdges = random.nextBoolean() ? 0 : random.nextInt(2 + count / 4);
    var producers = new ArrayList<List<ModuleId>>();
    for (int module = 0; module < count; module++) {
      var named = new ArrayList<ModuleId>();
      for (int k = random.nextInt(MOST_PRODUCERS); module > 0 && k > 0; k--) {
        named.add(names.get(random.nextInt(module)));
      }
      if (random.nextInt(20) == 0) {
        named.add(names.get(module));
      }
      if (random.nextInt(20) == 0) {
        named.add(new ModuleId("absent" + random.nextInt(3)));
      }
      producers.add(named);
    }
    for (int k = 0; k < backEdges && count > 1; k++) {
      int consumer = random.nextInt(count - 1);
      int later = consumer + 1 + random.nextInt(Math.min(4, count - consumer - 1));
      producers.get(consumer).add(names.get(later));
      producers.get(later).add(names.get(consumer));
    }
    var modules = new ArrayList<EnlistedModule>();
    for (int module = 0; module < count; module++) {
      modules.add(
          module(names.get(module), 1 + random.nextInt(MOST_WEIGHT), producers.get(module)));
    }
    Collections.shuffle(modules, random);
    return modules;
  }

  /** Returns a library that nothing stands against. */
  public static EnlistedModule module(ModuleId name, long weight, List<ModuleId> producers) {
    var source = Digest.of(name.value().getBytes(StandardCharsets.UTF_8));
    return new EnlistedModule(name, ModuleKind.LIBRARY, producers, source, weight, null);
  }

  /** Returns names whose alphabetical order is the order of their numbers. */
  public static ModuleId name(int number) {
    return new ModuleId("m%06d".formatted(number));
  }
}
