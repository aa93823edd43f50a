package io.flexibleupgrades.systemtests.factory;

import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Large factories as they are in companies: some core libraries that many consume, and domains of
 * fifty modules that consume each other and the core.
 */
public final class LayeredFactory {
  private static final int CORE = 20;
  private static final int DOMAIN = 50;
  private static final int BROKEN_IN_A_THOUSAND = 10;

  private final Random random;

  public LayeredFactory(long seed) {
    this.random = new Random(seed);
  }

  /**
   * Returns a factory.
   *
   * @param cycles how many modules become a producer of one of their producers in the same domain;
   *     cycles may join
   */
  public Blueprint make(int modules, int cycles) {
    NavigableMap<String, NavigableSet<String>> producers = new TreeMap<>();
    var broken = new TreeSet<String>();
    for (int i = 0; i < modules; i++) {
      var names = new TreeSet<String>();
      int domain = i - (i - CORE) % DOMAIN;
      for (int p = random.nextInt(3); p > 0 && i > 0; p--) {
        names.add(name(random.nextInt(Math.min(i, CORE))));
      }
      for (int p = random.nextInt(4); p > 0 && i >= CORE && i > domain; p--) {
        names.add(name(domain + random.nextInt(i - domain)));
      }
      producers.put(name(i), names);
      if (i >= CORE && random.nextInt(1_000) < BROKEN_IN_A_THOUSAND) {
        broken.add(name(i));
      }
    }
    for (int c = 0; c < cycles; c++) {
      closeCycle(producers);
    }
    return new Blueprint(producers, broken);
  }

  private void closeCycle(NavigableMap<String, NavigableSet<String>> producers) {
    while (true) {
      var consumer = name(CORE + random.nextInt(producers.size() - CORE));
      var inDomain = producers.getOrDefault(consumer, none()).tailSet(name(CORE));
      if (!inDomain.isEmpty() && producers.getOrDefault(inDomain.last(), none()).add(consumer)) {
        return;
      }
    }
  }

  private static NavigableSet<String> none() {
    return new TreeSet<>();
  }

  private static String name(int number) {
    return "L%06d".formatted(number);
  }
}
