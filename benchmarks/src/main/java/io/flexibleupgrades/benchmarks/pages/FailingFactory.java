package io.flexibleupgrades.benchmarks.pages;

import io.flexibleupgrades.systemtests.factory.Blueprint;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A factory of which a tenth fails and three tenths are skipped because of it, the rest being
 * prepared: each failing module has three consumers that nobody consumes.
 */
final class FailingFactory {
  private static final int CONSUMERS_OF_A_FAILING_ONE = 3;
  private static final int REACH = 200;

  private FailingFactory() {}

  static Blueprint make(int modules, long seed) {
    var random = new Random(seed);
    int failing = modules / 10;
    int skipped = failing * CONSUMERS_OF_A_FAILING_ONE;
    int good = modules - failing - skipped;
    NavigableMap<String, NavigableSet<String>> producers = new TreeMap<>();
    var broken = new TreeSet<String>();
    for (int i = 0; i < modules; i++) {
      var names = new TreeSet<String>();
      int most = Math.min(i, good);
      for (int count = random.nextInt(4); count > 0 && most > 0; count--) {
        names.add(name(most - 1 - random.nextInt(Math.min(most, REACH))));
      }
      if (i >= good && i < good + failing) {
        broken.add(name(i));
      }
      if (i >= good + failing) {
        names.add(name(good + (i - good - failing) / CONSUMERS_OF_A_FAILING_ONE));
      }
      producers.put(name(i), names);
    }
    return new Blueprint(producers, broken);
  }

  private static String name(int number) {
    return "F%06d".formatted(number);
  }
}
