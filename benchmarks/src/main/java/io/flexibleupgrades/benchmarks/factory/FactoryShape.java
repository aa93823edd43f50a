package io.flexibleupgrades.benchmarks.factory;

import io.flexibleupgrades.systemtests.factory.Blueprint;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a generated factory is like; the same shape gives the same factory.
 *
 * @param fanOut most producers of a module; 1 or more
 * @param levels modules on the longest chain of producers; 1 to {@code modules}
 * @param lines lines of source of each module, about
 * @param failingPercent how many modules of a hundred do not compile
 */
public record FactoryShape(
    long seed, int modules, int fanOut, int levels, int lines, int failingPercent) {
  public FactoryShape {
    if (modules < 1 || fanOut < 1 || levels < 1 || levels > modules) {
      throw new IllegalArgumentException(
          "%d modules on %d levels with at most %d producers are no factory."
              .formatted(modules, levels, fanOut));
    }
  }

  /** Returns who consumes whom: each module consumes one of the level below, and more below it. */
  public Blueprint blueprint() {
    var random = new Random(seed);
    NavigableMap<String, NavigableSet<String>> producers = new TreeMap<>();
    for (int i = 0; i < modules; i++) {
      var names = new TreeSet<String>();
      int level = level(i);
      if (level > 0) {
        int below = firstOf(level - 1);
        names.add(name(below + random.nextInt(firstOf(level) - below)));
        for (int more = random.nextInt(fanOut); more > 0; more--) {
          names.add(name(random.nextInt(firstOf(level))));
        }
      }
      producers.put(name(i), names);
    }
    var failing = new TreeSet<String>();
    while (failing.size() < (long) modules * failingPercent / 100) {
      failing.add(name(random.nextInt(modules)));
    }
    return new Blueprint(producers, failing);
  }

  private int level(int module) {
    return (int) ((long) module * levels / modules);
  }

  private int firstOf(int level) {
    return (int) (((long) level * modules + levels - 1) / levels);
  }

  private static String name(int number) {
    return "M%06d".formatted(number);
  }
}
