package io.flexibleupgrades.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.systemtests.factory.LayeredFactory;
import io.flexibleupgrades.systemtests.faults.Fault.Freeze;
import io.flexibleupgrades.systemtests.running.Watch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Workers that die, and workers that come back from the dead. */
@ExtendWith(SharedFaultySystem.class)
class LostWorkersST {
  private static final int TRIALS = Integer.getInteger("flexup.lost.workers.trials", 4);
  private static final int ZOMBIES = Integer.getInteger("flexup.zombies.trials", 2);
  private static final int MODULES = 500;
  private static final int A_FEW = 10;
  private static final int CYCLES = 4;
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final Duration QUICK =
      Duration.ofSeconds(Integer.getInteger("flexup.lost.workers.seconds", 30));

  /** Longer than the broker keeps a request for a worker that does not renew it. */
  private static final Duration PAST_ITS_LOCK = Duration.ofSeconds(17);

  private final FaultySystem system;
  private final Random random = new Random(4);

  LostWorkersST(FaultySystem system) {
    this.system = system;
  }

  @AfterEach
  void everythingRunsAgain() throws InterruptedException {
    system.recover();
  }

  @Test
  @DisplayName("G5: what a killed worker compiled is soon compiled again")
  void compilesAgainQuicklyWhatAKilledWorkerHad() throws InterruptedException {
    var times = new ArrayList<Duration>();
    for (int round = 1; times.size() < TRIALS; round++) {
      scenario("lost-workers", round).run(watch -> killUntilNearTheEnd(watch, times), 0);
    }

    Collections.sort(times);
    int p99 = Math.ceilDiv(times.size() * 99, 100) - 1;
    System.out.printf(
        "G5 %d killed workers: compiled again after %d ms (median), %d ms (p99), %d ms (longest)%n",
        times.size(),
        times.get(times.size() / 2).toMillis(),
        times.get(p99).toMillis(),
        times.getLast().toMillis());
    assertThat(times.get(p99)).isLessThanOrEqualTo(QUICK);
  }

  @Test
  @DisplayName("G4: what a stopped worker says after its attempts were given up counts nothing")
  void ignoresWorkersThatComeBackFromTheDead() throws InterruptedException {
    int trials = 0;
    int late = 0;
    int again = 0;
    for (int round = 1; trials < ZOMBIES; round++) {
      var frozen = new ArrayList<String>();
      var report = scenario("zombies", round).run(watch -> freezeUntilNearTheEnd(watch, frozen), 0);
      trials += frozen.size();
      late += report.outcomes().late();
      again += report.outcomes().again();
    }
    System.out.printf(
        "G4 %d workers stopped past their lock: %d late and %d repeated outcomes, none accepted%n",
        trials, late, again);
  }

  private void killUntilNearTheEnd(Watch watch, List<Duration> times) throws InterruptedException {
    while (times.size() < TRIALS && isBusy(watch)) {
      LostCompiles.kill(system.running(), oneOf(readyWorkers()))
          .awaitCompiledAgain()
          .ifPresent(times::add);
    }
  }

  private void freezeUntilNearTheEnd(Watch watch, List<String> frozen) throws InterruptedException {
    while (frozen.size() < ZOMBIES && isBusy(watch)) {
      var worker = oneOf(readyWorkers());
      system.suffer(new Freeze(worker, PAST_ITS_LOCK));
      frozen.add(worker);
    }
  }

  /** Waits for some more modules; false near the end, where workers have little to do. */
  private static boolean isBusy(Watch watch) throws InterruptedException {
    watch.awaitSettled(watch.settled() + A_FEW, LONGEST);
    return watch.settled() < MODULES - A_FEW * A_FEW;
  }

  /** Returns the workers that are ready, which are two at least. */
  private List<String> readyWorkers() throws InterruptedException {
    var running = system.running();
    var ready = running.workers().stream().filter(w -> running.process(w).isReady()).toList();
    if (ready.size() > 1) {
      return ready;
    }
    running.awaitReady();
    return running.workers();
  }

  private String oneOf(List<String> workers) {
    return workers.get(random.nextInt(workers.size()));
  }

  private Scenario scenario(String name, int round) {
    var factory = new LayeredFactory(round).make(MODULES, CYCLES);
    return new Scenario(system, name + "-" + round, factory, round);
  }
}
