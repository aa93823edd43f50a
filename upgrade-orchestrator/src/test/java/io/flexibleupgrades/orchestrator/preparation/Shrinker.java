package io.flexibleupgrades.orchestrator.preparation;

import java.util.ArrayList;
import java.util.List;

/** Makes a scenario smaller, as long as the run breaks the same rule. */
final class Shrinker {
  private static final int MOST_RUNS = 20_000;

  private final PreparationRules rules;
  private Failure smallest;
  private int runs;

  private Shrinker(PreparationRules rules, Failure failure) {
    this.rules = rules;
    smallest = failure;
  }

  /** Returns the smallest failure by the same rule that was found. */
  static Failure shrunk(Failure failure, PreparationRules rules) {
    var shrinker = new Shrinker(rules, failure);
    while (shrinker.shrinks()) {
      // What could not be left out before may be left out now.
    }
    return shrinker.smallest;
  }

  private boolean shrinks() {
    boolean steps = dropSteps();
    boolean factory = simplifyFactory();
    boolean words = simplifySteps();
    return steps || factory || words;
  }

  /** Leaves out large parts first, then any part. */
  private boolean dropSteps() {
    boolean shrunk = false;
    for (int size = smallest.scenario().length(); size > 0; size /= 2) {
      for (int from = smallest.scenario().length() - size; from >= 0; from -= size) {
        shrunk |= drops(from, size);
      }
    }
    for (int size = smallest.scenario().length(); size > 0; size--) {
      for (int from = 0; from + size <= smallest.scenario().length(); from++) {
        shrunk |= drops(from, size);
      }
    }
    return shrunk;
  }

  private boolean drops(int from, int size) {
    return from + size <= smallest.scenario().length()
        && accepts(smallest.scenario().without(from, from + size));
  }

  private boolean simplifySteps() {
    boolean shrunk = false;
    for (int step = 0; step < smallest.scenario().length(); step++) {
      int word = smallest.scenario().word(step);
      for (int simpler : simpler(word)) {
        if (accepts(smallest.scenario().with(step, simpler))) {
          shrunk = true;
          break;
        }
      }
    }
    return shrunk;
  }

  /** Returns the simplest step, and the same step with the first choices. */
  private static List<Integer> simpler(int word) {
    var simpler = new ArrayList<Integer>();
    for (int candidate : List.of(0, word & 127, 1 << 7 | (word & 127), 2 << 7 | (word & 127))) {
      if (Integer.compareUnsigned(candidate, word) < 0) {
        simpler.add(candidate);
      }
    }
    return simpler;
  }

  private boolean simplifyFactory() {
    boolean shrunk = false;
    boolean again = true;
    while (again) {
      again = false;
      for (var simpler : smallest.scenario().factory().simpler()) {
        if (accepts(smallest.scenario().with(simpler))) {
          again = true;
          shrunk = true;
          break;
        }
      }
    }
    return shrunk;
  }

  private boolean accepts(Scenario candidate) {
    if (runs++ >= MOST_RUNS) {
      return false;
    }
    var failure = Failure.of(candidate, rules);
    if (failure == null || !failure.rule().equals(smallest.rule())) {
      return false;
    }
    smallest = failure;
    return true;
  }
}
