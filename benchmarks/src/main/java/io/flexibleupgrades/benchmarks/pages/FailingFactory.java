package io.flexibleupgrades.benchmarks.pages;

import io.flexibleupgrades.systemtests.factory.Blueprint;
import io.flexibleupgrades.systemtests.factory.LayeredFactory;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A factory of which a tenth fails and three tenths are skipped because of it, the rest being
 * prepared: each failing module has three consumers that nobody consumes.
 */
final class FailingFactory {
  private static final int CONSUMERS_OF_A_FAILING_ONE = 3;

  private FailingFactory() {}

  static Blueprint make(int modules, long seed) {
    var random = new Random(seed);
    int failing = modules / 10;
    int skipped = failing * CONSUMERS_OF_A_FAILING_ONE;
    int good = modules - failing - skipped;
    var producers = new TreeMap<>(new LayeredFactory(seed).make(good, 0).producers());
    var sound = List.copyOf(producers.keySet());
    var broken = new TreeSet<String>();
    for (int i = good; i < modules; i++) {
      var names = new TreeSet<String>();
      for (int count = random.nextInt(4); count > 0; count--) {
        names.add(sound.get(random.nextInt(sound.size())));
      }
      if (i < good + failing) {
        broken.add(name(i));
      } else {
        names.add(name(good + (i - good - failing) / CONSUMERS_OF_A_FAILING_ONE));
      }
      producers.put(name(i), names);
    }
    return new Blueprint(producers, broken);
  }

  /** Returns one of the modules that are skipped. */
  static String lastSkipped(Blueprint factory) {
    return factory.producers().headMap("L").lastKey();
  }

  private static String name(int number) {
    return "F%06d".formatted(number);
  }
}
