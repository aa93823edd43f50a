package io.flexibleupgrades.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.PreparationEvent.PrepareAttemptFailed;
import io.flexibleupgrades.systemtests.factory.ImportedFactory;
import io.flexibleupgrades.systemtests.factory.Proof;
import io.flexibleupgrades.systemtests.factory.RandomFactory;
import io.flexibleupgrades.systemtests.running.RunningSystem;
import io.flexibleupgrades.systemtests.running.SharedSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Workers that come and go as they are told. */
@ExtendWith(SharedSystem.class)
class ScalingST {
  private static final long SEED = 48;
  private static final int USUAL_WORKERS = 2;

  private final RunningSystem system;

  ScalingST(RunningSystem system) {
    this.system = system;
  }

  @AfterEach
  void asManyWorkersAsBefore() throws InterruptedException {
    stopWorkersDownTo(USUAL_WORKERS);
    system.addWorkers(USUAL_WORKERS - system.workers().size());
  }

  @Test
  @DisplayName(
      "B48: from 1 to 4 to 1 workers during a run gives the same results and burns no attempt")
  void givesTheSameResultsWhileWorkersComeAndGo() throws InterruptedException {
    stopWorkersDownTo(1);
    var factory = new RandomFactory(SEED).make(300, 4, 5);
    var upgrade = ImportedFactory.compilingSlowly(system, "scaling", factory, SEED).upgrade();
    var watch = upgrade.watch();

    int begun = watch.awaitPercentage(5).path("percentage").asInt();
    // However long three workers take to start, there is work left for them.
    upgrade.pause();
    system.addWorkers(3);
    upgrade.resume();
    int more = begun + 15;
    watch.awaitPercentage(more);
    stopWorkersDownTo(1);
    watch.awaitEnd();

    var journal = Proof.check(upgrade, factory);
    assertThat(journal.events(PrepareAttemptFailed.class)).isEmpty();
  }

  private void stopWorkersDownTo(int count) throws InterruptedException {
    for (var name : system.workers().reversed()) {
      if (system.workers().size() > count) {
        system.stopWorker(name);
      }
    }
  }
}
