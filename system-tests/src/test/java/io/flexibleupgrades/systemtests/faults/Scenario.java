package io.flexibleupgrades.systemtests.faults;

import io.flexibleupgrades.systemtests.factory.Blueprint;
import io.flexibleupgrades.systemtests.factory.ImportedFactory;
import io.flexibleupgrades.systemtests.factory.Proof;
import io.flexibleupgrades.systemtests.running.Journal;
import io.flexibleupgrades.systemtests.running.Upgrade;
import io.flexibleupgrades.systemtests.running.Watch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * One upgrade during which things go wrong. Whatever they are, it ends as the oracle says, and
 * whoever reads its status meanwhile sees nothing lost.
 */
final class Scenario {
  private static final Duration LONGEST_FOR_NONE = Duration.ofMinutes(4);

  private final FaultySystem system;
  private final String environment;
  private final Blueprint factory;
  private final long seed;
  private final Duration longest;

  /**
   * A scenario in an environment of its own.
   *
   * @param seed makes the modules' sources differ from those of other scenarios
   */
  Scenario(FaultySystem system, String environment, Blueprint factory, long seed) {
    this.system = system;
    this.environment = environment;
    this.factory = factory;
    this.seed = seed;
    longest = LONGEST_FOR_NONE.plusSeconds(factory.modules().size());
  }

  /** What a scenario does while its upgrade is in progress. */
  interface Course {
    void follow(Watch watch) throws InterruptedException;
  }

  /** Upgrades while the schedule's faults strike, and checks the end. */
  Report run(Schedule schedule, int readers) throws InterruptedException {
    return run(watch -> strike(schedule, watch), readers);
  }

  /** Upgrades while the course is followed, and checks the end. */
  Report run(Course course, int readers) throws InterruptedException {
    var upgrade = ImportedFactory.compiling(system.running(), environment, factory, seed).upgrade();
    var watches = new ArrayList<Watch>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var ends = new ArrayList<Future<?>>();
      for (int i = 0; i < readers; i++) {
        var watch = upgrade.watch();
        watches.add(watch);
        ends.add(threads.submit((Callable<?>) () -> watch.awaitEnd(longest)));
      }
      try {
        var watch = upgrade.watch();
        watches.add(watch);
        course.follow(watch);
        watch.awaitEnd(longest);
        await(ends);
      } finally {
        threads.shutdownNow();
      }
    }
    system.recover();
    return report(upgrade, Proof.check(upgrade, factory), watches);
  }

  private void strike(Schedule schedule, Watch watch) throws InterruptedException {
    for (var stroke : schedule.strokes()) {
      watch.awaitSettled(stroke.settled(), longest);
      Thread.sleep(stroke.later());
      System.out.printf("[%s] %d settled: %s%n", environment, stroke.settled(), stroke.fault());
      system.suffer(stroke.fault());
    }
  }

  private static void await(List<Future<?>> ends) throws InterruptedException {
    for (var end : ends) {
      try {
        end.get();
      } catch (ExecutionException e) {
        throw new AssertionError("A reader of the status saw what must not be.", e.getCause());
      }
    }
  }

  private Report report(Upgrade upgrade, Journal journal, List<Watch> watches) {
    return new Report(
        watches.stream().mapToInt(Watch::reads).sum(),
        watches.getLast().longestStall(),
        upgrade.outcome(),
        journal,
        OutcomeAudit.of(upgrade, journal));
  }
}
