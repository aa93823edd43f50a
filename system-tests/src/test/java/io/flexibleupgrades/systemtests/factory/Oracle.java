package io.flexibleupgrades.systemtests.factory;

import io.flexibleupgrades.systemtests.running.Outcome;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What must become of a factory, in closed form: from who reaches whom, without an order of work.
 *
 * <p>A module whose cycle consumes a broken module outside it is skipped. Otherwise it fails if it
 * is broken, is skipped if another member of its cycle is, and is prepared if none is.
 */
public final class Oracle {
  private final Blueprint factory;
  private final Map<String, NavigableSet<String>> reached = new HashMap<>();

  public Oracle(Blueprint factory) {
    this.factory = factory;
    factory.modules().forEach(module -> reached.put(module, reach(module)));
  }

  /** Returns what becomes of the factory's modules. */
  public Outcome outcome() {
    var prepared = new TreeSet<String>();
    var failed = new TreeSet<String>();
    for (var module : factory.modules()) {
      if (brokenBelow(module).isEmpty()) {
        if (factory.broken().contains(module)) {
          failed.add(module);
        } else if (isWhole(module)) {
          prepared.add(module);
        }
      }
    }
    Map<String, Set<String>> skipped = new TreeMap<>();
    for (var module : factory.modules()) {
      if (!prepared.contains(module) && !failed.contains(module)) {
        var causes = new TreeSet<>(reachedFrom(module));
        causes.retainAll(failed);
        skipped.put(module, causes);
      }
    }
    return new Outcome(prepared, failed, skipped);
  }

  /** Whether two modules consume each other, directly or not. */
  public boolean areOfOneCycle(String one, String other) {
    return reachedFrom(one).contains(other) && reachedFrom(other).contains(one);
  }

  private boolean isWhole(String module) {
    return factory.broken().stream().noneMatch(other -> areOfOneCycle(module, other));
  }

  private Set<String> brokenBelow(String module) {
    var below = new TreeSet<>(reachedFrom(module));
    below.remove(module);
    below.removeIf(other -> areOfOneCycle(module, other));
    below.retainAll(factory.broken());
    return below;
  }

  private NavigableSet<String> reachedFrom(String module) {
    return reached.getOrDefault(module, new TreeSet<>());
  }

  private NavigableSet<String> reach(String module) {
    var found = new TreeSet<String>();
    var open = new TreeSet<>(factory.producersOf(module));
    for (var next = open.pollFirst(); next != null; next = open.pollFirst()) {
      if (found.add(next)) {
        open.addAll(factory.producersOf(next));
      }
    }
    return found;
  }
}
