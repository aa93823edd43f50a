package io.flexibleupgrades.orchestrator.preparation;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.PreparationEvent;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RandomRunTest {
  private static final long FIRST = Long.getLong("flexup.simulator.first", 0);
  private static final int SEEDS = Integer.getInteger("flexup.simulator.seeds", 20_000);
  private static final int ENOUGH_FOR_ALL = 1_000;

  @Test
  @DisplayName(
      "G1 G3 G4 G7, B13 B16 B17 B27 B31 B35 B36 B37 B39 B42 B43 B46 B48: whatever is lost, doubled,"
          + " late, asked for or restarted, every run goes as the graph and the modules have it")
  void goesAsTheOracleSays() {
    Set<Class<?>> happened = Collections.newSetFromMap(new IdentityHashMap<>());
    var threads = ManagementFactory.getThreadMXBean();
    long start = System.nanoTime();
    long cpuStart = threads.getCurrentThreadCpuTime();
    long modules = 0;
    long events = 0;

    for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
      var scenario = Scenario.of(seed);
      modules += scenario.factory().modules().size();
      for (var event : run(seed, scenario)) {
        happened.add(event.getClass());
        events++;
      }
    }

    var wall = Duration.ofNanos(System.nanoTime() - start);
    var cpu = Duration.ofNanos(threads.getCurrentThreadCpuTime() - cpuStart);
    System.out.printf(
        Locale.ROOT,
        "G3: %,d seeds from %d, %.1f modules and %.1f events a run, 0 violations, in %.1f s"
            + " (%.1f s of one core, %,.0f runs a second of it)%n",
        SEEDS,
        FIRST,
        (double) modules / SEEDS,
        (double) events / SEEDS,
        wall.toMillis() / 1e3,
        cpu.toMillis() / 1e3,
        SEEDS * 1e3 / cpu.toMillis());
    if (SEEDS >= ENOUGH_FOR_ALL) {
      assertThat(happened).contains(PreparationEvent.class.getPermittedSubclasses());
    }
  }

  private static Iterable<PreparationEvent> run(long seed, Scenario scenario) {
    try {
      return new SimulatedRun(scenario, PreparationDecider::decide, Transcript.NONE).run();
    } catch (RuntimeException e) {
      throw new AssertionError(told(seed, scenario), e);
    }
  }

  private static String told(long seed, Scenario scenario) {
    var failure = Failure.of(scenario, PreparationDecider::decide);
    return failure == null
        ? "Seed %d fails, but not when it is run again.".formatted(seed)
        : "Seed %d breaks a rule; again with -Dflexup.simulator.first=%d -Dflexup.simulator.seeds=1. Shrunk:%n%s"
            .formatted(seed, seed, Shrinker.shrunk(failure, PreparationDecider::decide));
  }
}
