package io.flexibleupgrades.servicecenter.failures;

import io.flexibleupgrades.servicecenter.failures.HeldBack.Wait;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * In which order repairing failed producers releases skipped modules soonest. A skipped module is
 * released when all failed producers that it waits for are repaired.
 *
 * <p>To find the smallest such sets is NP-hard, so the choice is greedy: each step completes what
 * some module waits for, and of all those it takes the one that releases most modules for each
 * producer to repair; of equals the one that releases most, then the first by number. Of the
 * candidates only the {@value #TRIALS} that can release most are counted, which bounds the time.
 */
final class RepairOrder {
  private static final int TRIALS = 500;

  /**
   * A step of the order.
   *
   * @param repaired the producers to repair in this step
   * @param released how many modules this step releases
   */
  record Step(Producers repaired, long released) {
    private double each() {
      return (double) released / repaired.size();
    }
  }

  /** The most that can be released if these are repaired. */
  private record Candidate(Producers producers, long atMost) {
    private double each() {
      return (double) atMost / producers.size();
    }
  }

  private final int producers;
  private List<Wait> open;

  private RepairOrder(HeldBack held) {
    this.producers = held.producers();
    this.open = merged(held.waits());
  }

  /** Returns the first steps, at most that many. */
  static List<Step> of(HeldBack held, int most) {
    var order = new RepairOrder(held);
    var steps = new ArrayList<Step>();
    while (steps.size() < most && !order.open.isEmpty()) {
      var step = order.choose();
      steps.add(step);
      order.repair(step.repaired());
    }
    return steps;
  }

  private Step choose() {
    var anchored = anchored();
    @Nullable Step best = null;
    int trials = 0;
    for (var candidate : candidates(anchored)) {
      if (best != null && (trials == TRIALS || candidate.each() < best.each())) {
        break;
      }
      trials++;
      var step = new Step(candidate.producers(), released(candidate.producers(), anchored));
      if (best == null || isBetter(step, best)) {
        best = step;
      }
    }
    if (best == null) {
      throw new IllegalStateException("Nothing is open.");
    }
    return best;
  }

  /** Returns what is open by the rarest of its producers: whoever releases it repairs that one. */
  private List<List<Wait>> anchored() {
    int[] occurrences = new int[producers];
    for (var wait : open) {
      for (int i = 0; i < wait.producers().size(); i++) {
        occurrences[wait.producers().get(i)]++;
      }
    }
    var anchored = new ArrayList<List<Wait>>(producers);
    for (int i = 0; i < producers; i++) {
      anchored.add(new ArrayList<>(0));
    }
    for (var wait : open) {
      int rarest = wait.producers().get(0);
      for (int i = 1; i < wait.producers().size(); i++) {
        int producer = wait.producers().get(i);
        rarest = occurrences[producer] < occurrences[rarest] ? producer : rarest;
      }
      anchored.get(rarest).add(wait);
    }
    return anchored;
  }

  /** Returns what can be completed, that which can release most for each producer first. */
  private List<Candidate> candidates(List<List<Wait>> anchored) {
    long[] atMost =
        anchored.stream()
            .mapToLong(waits -> waits.stream().mapToLong(Wait::modules).sum())
            .toArray();
    return open.stream()
        .map(Wait::producers)
        .map(each -> new Candidate(each, each.sum(atMost)))
        .sorted(Comparator.comparingDouble(Candidate::each).reversed())
        .toList();
  }

  private static long released(Producers repaired, List<List<Wait>> anchored) {
    var bits = repaired.bits();
    long released = 0;
    for (int i = 0; i < repaired.size(); i++) {
      for (var wait : anchored.get(repaired.get(i))) {
        released += wait.producers().areIn(bits) ? wait.modules() : 0;
      }
    }
    return released;
  }

  private static boolean isBetter(Step one, Step other) {
    long left = one.released() * other.repaired().size();
    long right = other.released() * one.repaired().size();
    if (left != right) {
      return left > right;
    }
    return one.released() == other.released()
        ? one.repaired().compareTo(other.repaired()) < 0
        : one.released() > other.released();
  }

  private void repair(Producers repaired) {
    var bits = repaired.bits();
    open =
        merged(
            open.stream()
                .map(wait -> new Wait(wait.producers().without(bits), wait.modules()))
                .filter(wait -> wait.producers().size() > 0)
                .toList());
  }

  /** Returns one for all that wait for the same producers. */
  private static List<Wait> merged(List<Wait> some) {
    Map<Producers, Long> modules = new LinkedHashMap<>();
    some.forEach(wait -> modules.merge(wait.producers(), wait.modules(), Long::sum));
    return modules.entrySet().stream()
        .map(entry -> new Wait(entry.getKey(), entry.getValue()))
        .toList();
  }
}
