package io.flexibleupgrades.servicecenter.failures;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.servicecenter.failures.RepairOrder.Step;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RepairOrderTest {
  @Test
  @DisplayName("B50 B38 the producer that releases most comes first")
  void beginsWithWhatReleasesMost() {
    var held =
        new HeldBack()
            .add(List.of("small"), 2)
            .add(List.of("big"), 5)
            .add(List.of("big", "small"), 1);

    assertThat(told(held, 10)).containsExactly("[big] 5", "[small] 3");
    assertThat(told(held, 1)).containsExactly("[big] 5");
  }

  @Test
  void repairsTogetherWhatNobodyWaitsForAlone() {
    var held = new HeldBack().add(List.of("a", "b"), 10).add(List.of("c"), 3);

    assertThat(told(held, 10)).containsExactly("[a, b] 10", "[c] 3");
  }

  @Test
  void countsWhatAStepReleasesBesidesWhatItCompletes() {
    var held = new HeldBack().add(List.of("a", "b"), 1).add(List.of("a"), 4).add(List.of("b"), 4);

    assertThat(told(held, 10)).containsExactly("[a, b] 9");
  }

  @Test
  void hasNoStepWhenNothingWaits() {
    assertThat(RepairOrder.of(new HeldBack(), 10)).isEmpty();
  }

  @Test
  @DisplayName("B50 on small cases, the greedy order is compared with the best of all sets")
  void isNearTheBestOfAllSets() {
    long seed = Long.getLong("flexup.repairs.seed", System.nanoTime());
    var random = new Random(seed);
    long greedy = 0;
    long best = 0;
    int cases = 300;
    int equal = 0;
    int compared = 0;
    for (int i = 0; i < cases; i++) {
      int producers = 2 + random.nextInt(7);
      var held = random(random, producers, 1 + random.nextInt(15), 3);
      var repaired = new BitSet();
      long released = 0;
      for (var step : RepairOrder.of(held, Integer.MAX_VALUE)) {
        repaired.or(step.repaired().bits());
        released += step.released();
        long possible = best(held, repaired.cardinality());
        assertThat(released).as("seed %d", seed).isEqualTo(released(held, repaired));
        assertThat(released).as("seed %d", seed).isLessThanOrEqualTo(possible);
        greedy += released;
        best += possible;
        compared++;
        equal += released == possible ? 1 : 0;
      }
      assertThat(released).as("seed %d", seed).isEqualTo(held.modules());
    }
    System.out.printf(
        "seed %d, replay it with -Dflexup.repairs.seed=%d: %d cases, %d of %d prefixes the best of"
            + " all sets, %.1f %% of what is possible%n",
        seed, seed, cases, equal, compared, 100.0 * greedy / best);
    assertThat(greedy).as("seed %d", seed).isGreaterThan(best * 9 / 10);
  }

  @Test
  void isTheBestWhereNobodyWaitsForTwo() {
    long seed = Long.getLong("flexup.repairs.seed", System.nanoTime());
    var random = new Random(seed);
    for (int i = 0; i < 100; i++) {
      var held = random(random, 8, 12, 1);
      long released = 0;
      int repaired = 0;
      for (var step : RepairOrder.of(held, 8)) {
        released += step.released();
        repaired += step.repaired().size();
        assertThat(released).as("seed %d", seed).isEqualTo(best(held, repaired));
      }
    }
  }

  @Test
  void endsInTimeWithManyCauses() {
    var random = new Random(3);
    var held = random(random, 2_000, 6_000, 100);
    RepairOrder.of(held, 10);

    long start = System.nanoTime();
    var steps = RepairOrder.of(held, 10);

    System.out.printf(
        "2,000 producers, 6,000 skipped modules, up to 100 causes each: %d steps in %d ms%n",
        steps.size(), (System.nanoTime() - start) / 1_000_000);
    assertThat(steps).hasSize(10);
    assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
  }

  private static HeldBack random(Random random, int producers, int waits, int mostCauses) {
    var held = new HeldBack();
    for (int i = 0; i < waits; i++) {
      var causes = new ArrayList<String>();
      for (int j = random.nextInt(mostCauses); j >= 0; j--) {
        causes.add("p" + random.nextInt(producers));
      }
      held.add(causes, 1 + random.nextInt(5));
    }
    return held;
  }

  /** Returns the most that repairing so many producers can release. */
  private static long best(HeldBack held, int repairs) {
    return IntStream.range(0, 1 << held.producers())
        .filter(some -> Integer.bitCount(some) == repairs)
        .mapToLong(some -> released(held, BitSet.valueOf(new long[] {some})))
        .max()
        .orElse(0);
  }

  private static long released(HeldBack held, BitSet repaired) {
    return held.waits().stream()
        .filter(wait -> wait.producers().stream().allMatch(repaired::get))
        .mapToLong(HeldBack.Wait::modules)
        .sum();
  }

  private static List<String> told(HeldBack held, int most) {
    return RepairOrder.of(held, most).stream().map(step -> told(held, step)).toList();
  }

  private static String told(HeldBack held, Step step) {
    return step.repaired().stream().mapToObj(held::name).toList() + " " + step.released();
  }
}
