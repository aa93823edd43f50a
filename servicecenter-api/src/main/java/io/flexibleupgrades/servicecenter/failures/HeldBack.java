package io.flexibleupgrades.servicecenter.failures;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The skipped modules of an upgrade by the failed producers that each of them waits for. Modules
 * that wait for the same ones are one {@link Wait}.
 */
final class HeldBack {
  /**
   * Modules that are released when all of these producers are repaired.
   *
   * @param modules how many modules wait for just these
   */
  record Wait(Producers producers, long modules) {}

  private final List<String> names = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<Wait> waits = new ArrayList<>();

  /** Adds modules that wait for all of these producers. */
  HeldBack add(Collection<String> producers, long modules) {
    waits.add(new Wait(Producers.of(producers.stream().mapToInt(this::number)), modules));
    return this;
  }

  private int number(String producer) {
    return numbers.computeIfAbsent(
        producer,
        name -> {
          names.add(name);
          return names.size() - 1;
        });
  }

  /** Returns how many modules wait. */
  long modules() {
    return waits.stream().mapToLong(Wait::modules).sum();
  }

  /**
   * Returns for each group of producers how many modules wait for at least one of them, each
   * counted once for a group.
   *
   * @param groupOf the group of each producer, by the producer's name; those without are left out
   */
  Map<String, Long> byGroup(Map<String, String> groupOf) {
    var groups = new ArrayList<>(new TreeSet<>(groupOf.values()));
    int[] group = new int[names.size()];
    for (int i = 0; i < group.length; i++) {
      var own = groupOf.get(names.get(i));
      group[i] = own == null ? -1 : Collections.binarySearch(groups, own);
    }
    long[] modules = new long[groups.size()];
    int[] countedIn = new int[groups.size()];
    for (int i = 0; i < waits.size(); i++) {
      var producers = waits.get(i).producers();
      for (int j = 0; j < producers.size(); j++) {
        int own = group[producers.get(j)];
        if (own >= 0 && countedIn[own] != i + 1) {
          countedIn[own] = i + 1;
          modules[own] += waits.get(i).modules();
        }
      }
    }
    var found = new HashMap<String, Long>();
    for (int i = 0; i < modules.length; i++) {
      found.put(groups.get(i), modules[i]);
    }
    return found;
  }

  List<Wait> waits() {
    return waits;
  }

  /** Returns how many producers are waited for. */
  int producers() {
    return names.size();
  }

  String name(int producer) {
    return names.get(producer);
  }
}
