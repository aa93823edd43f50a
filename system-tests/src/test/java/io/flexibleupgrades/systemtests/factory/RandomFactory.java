package io.flexibleupgrades.systemtests.factory;

import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/** Factories by chance, the same for the same seed. */
public final class RandomFactory {
  /** Modules that a module's producers are chosen among: those just before it. */
  private static final int REACH = 25;

  private static final int MOST_PRODUCERS = 3;

  private final Random random;

  public RandomFactory(long seed) {
    this.random = new Random(seed);
  }

  /**
   * Returns a factory.
   *
   * @param cycles how many modules get one of their consumers as a producer; cycles may join
   * @param broken how many modules do not compile on the new platform
   */
  public Blueprint make(int modules, int cycles, int broken) {
    NavigableMap<String, NavigableSet<String>> producers = new TreeMap<>();
    for (int i = 0; i < modules; i++) {
      var names = new TreeSet<String>();
      int count = random.nextInt(MOST_PRODUCERS + 1);
      for (int p = 0; p < count && i > 0; p++) {
        names.add(name(Math.max(0, i - 1 - random.nextInt(REACH))));
      }
      producers.put(name(i), names);
    }
    for (int c = 0; c < cycles; c++) {
      closeCycle(producers, modules);
    }
    var failing = new TreeSet<String>();
    while (failing.size() < broken) {
      failing.add(name(random.nextInt(modules)));
    }
    return new Blueprint(producers, failing);
  }

  private void closeCycle(NavigableMap<String, NavigableSet<String>> producers, int modules) {
    while (true) {
      var consumer = name(modules / 2 + random.nextInt(modules / 2));
      var producer = producers.getOrDefault(consumer, new TreeSet<>()).ceiling("");
      if (producer != null && producers.getOrDefault(producer, new TreeSet<>()).add(consumer)) {
        return;
      }
    }
  }

  static String name(int number) {
    return "M%05d".formatted(number);
  }
}
