package io.flexibleupgrades.systemtests.scale;

import io.flexibleupgrades.systemtests.factory.Blueprint;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Large factories as they are in companies: some core libraries that many consume, and domains of
 * fifty modules that consume each other and the core.
 */
final class LayeredFactory {
  private static final int CORE = 20;
  private static final int DOMAIN = 50;
  private static final int BROKEN_IN_A_THOUSAND = 10;

  private final Random random;

  LayeredFactory(long seed) {
    this.random = new Random(seed);
  }

  Blueprint make(int modules) {
    Map<String, Set<String>> producers = new TreeMap<>();
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
    return Blueprint.of(producers, broken);
  }

  private static String name(int number) {
    return "L%06d".formatted(number);
  }
}
