package io.flexibleupgrades.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.PreparationEvent.PrepareAttemptFailed;
import io.flexibleupgrades.systemtests.factory.ImportedFactory;
import io.flexibleupgrades.systemtests.factory.Proof;
import io.flexibleupgrades.systemtests.factory.RandomFactory;
import io.flexibleupgrades.systemtests.running.Journal;
import io.flexibleupgrades.systemtests.running.RunningSystem;
import io.flexibleupgrades.systemtests.running.SharedSystem;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** SIGKILL in the middle of a run: its result is the one that it would have been. */
@ExtendWith(SharedSystem.class)
class KilledProcessesST {
  private static final int MODULES = 100;
  private static final int KILLED_AT_PERCENT = 20;

  private final RunningSystem system;

  KilledProcessesST(RunningSystem system) {
    this.system = system;
  }

  /** Kills something in the middle of a run. */
  private interface Kill {
    void now() throws InterruptedException;
  }

  @AfterEach
  void everythingRunsAgain() throws InterruptedException {
    system.awaitReady();
  }

  @Test
  @DisplayName("B25, B27, B31: a killed worker changes nothing about the result")
  void goesOnWithoutAKilledWorker() throws Exception {
    runAndKill("killed-worker", 101, () -> system.process(system.workers().getFirst()).kill());
  }

  @Test
  @DisplayName("B27, B31, B39: killed compile daemons blame no module")
  void blamesNoModuleForAKilledDaemon() throws Exception {
    runAndKill(
        "killed-daemon",
        102,
        () -> {
          var daemons =
              system.workers().stream().flatMap(worker -> daemonsOf(worker).stream()).toList();
          assertThat(daemons).isNotEmpty().allMatch(ProcessHandle::destroyForcibly);
        });
  }

  @Test
  @DisplayName("B25, B27, B31: a killed orchestrator goes on where it was")
  void goesOnAfterAKilledOrchestrator() throws Exception {
    var journal =
        runAndKill("killed-orchestrator", 103, () -> system.process("upgrade-orchestrator").kill());

    assertThat(journal.events(PrepareAttemptFailed.class))
        .as("what live workers answered meanwhile is no lost attempt")
        .noneMatch(lost -> lost.attempt() > 1);
  }

  @Test
  @DisplayName("B27, B31: a killed Service Center shows what happened while it was away")
  void catchesUpAfterAKilledServiceCenter() throws Exception {
    runAndKill("killed-service-center", 104, () -> system.process("servicecenter-api").kill());
  }

  @Test
  @DisplayName("B25, B27, B31: a killed broker loses nothing")
  void losesNothingWithAKilledBroker() throws Exception {
    runAndKill("killed-broker", 105, () -> system.process("kafka").kill());
  }

  private Journal runAndKill(String environment, long seed, Kill kill) throws InterruptedException {
    var factory = new RandomFactory(seed).make(MODULES, 3, 4);
    var upgrade = ImportedFactory.compiling(system, environment, factory, seed).upgrade();
    var watch = upgrade.watch();

    watch.awaitPercentage(KILLED_AT_PERCENT);
    kill.now();
    watch.awaitEnd();

    assertThat(watch.percentages()).isSorted();
    return Proof.check(upgrade, factory);
  }

  private List<ProcessHandle> daemonsOf(String worker) {
    return ProcessHandle.of(system.process(worker).pid()).stream()
        .flatMap(ProcessHandle::children)
        .toList();
  }
}
