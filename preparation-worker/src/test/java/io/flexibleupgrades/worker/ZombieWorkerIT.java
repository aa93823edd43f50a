package io.flexibleupgrades.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.PreparationEvent.ModulePrepareRequested;
import io.flexibleupgrades.events.PrepareOutcome.Prepared;
import io.flexibleupgrades.worker.fixture.Bundles;
import io.flexibleupgrades.worker.fixture.FakeStore;
import io.flexibleupgrades.worker.fixture.OutcomeLog;
import io.flexibleupgrades.worker.fixture.Sources;
import io.flexibleupgrades.worker.fixture.Wire;
import io.flexibleupgrades.worker.fixture.WorkerProcess;
import io.flexibleupgrades.worker.preparing.Requests;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZombieWorkerIT {
  private static final int TRIALS = Integer.getInteger("flexup.zombie.trials", 1);
  private static final Duration LOCK = Duration.ofSeconds(15);
  private static final Duration LONG = Duration.ofSeconds(90);
  private static final int IN_HAND = 2;
  private static final int WAITING = 4;

  private final Wire wire = Wire.open();

  @TempDir Path folder = Path.of("");

  @Test
  @DisplayName(
      "G4: a worker stopped past its lock says late what it had, takes on nothing lost, and works on")
  void aWorkerStoppedPastItsLockIsHarmless() throws InterruptedException {
    int late = 0;
    int lost;
    try (var store = FakeStore.start();
        var outcomes = OutcomeLog.open();
        var zombie = start("zombie", store)) {
      for (int trial = 0; trial < TRIALS; trial++) {
        var requests = new ArrayList<ModulePrepareRequested>();
        for (int i = 0; i < IN_HAND + WAITING; i++) {
          var name = "Z" + trial + "x" + i;
          var source = store.put(Bundles.of(Sources.slow(name, i < IN_HAND ? 7 : 3)));
          requests.add(
              Requests.of(store.put(Bundles.platform("11.9.0")), Requests.module(name, source)));
        }
        // The broker may give a record to the slots of a worker that is stopped while it waits.
        boolean idle = trial % 2 == 1;
        if (idle) {
          zombie.signal("STOP");
        }
        wire.sendAll(requests);
        if (!idle) {
          zombie.awaitLog("compile started module=Z" + trial + "x", LONG);
          zombie.signal("STOP");
        }
        int before = zombie.log().length();
        try (var other = start("other-" + trial, store)) {
          var upgrades =
              requests.stream().map(ModulePrepareRequested::upgradeId).collect(Collectors.toSet());
          assertThat(outcomes.missing(upgrades, LONG)).as("done by the other").isEmpty();
          assertThat(other.log()).contains("compile ended");

          zombie.signal("CONT");

          // The other one is gone, so that this is the zombie's.
          other.terminate();
          assertThat(other.ended(LONG)).isTrue();
        }
        for (var request : requests) {
          var unit = " unit=" + request.unit() + " attempt=1";
          if (zombie.log().matches("(?s).*attempt started [^\n]*" + unit + ".*")) {
            zombie.awaitLog(unit + " result=", LONG);
          }
        }
        outcomes.listen(Duration.ofSeconds(2));
        var later =
            Requests.of(
                store.put(Bundles.platform("11.9.0")),
                Requests.module("L" + trial, store.put(Bundles.of(Sources.small("L" + trial)))));
        wire.send(later);
        assertThat(outcomes.missing(Set.of(later.upgradeId()), LONG)).as("works on").isEmpty();

        assertThat(zombie.process().isAlive()).isTrue();
        assertThat(zombie.log().substring(before))
            .as("compiled what it had lost")
            .doesNotContain("compile started module=Z");
        for (var request : requests) {
          var heard = outcomes.of(request.upgradeId());
          assertThat(heard.size()).as("outcomes of one request").isLessThanOrEqualTo(2);
          assertThat(heard).allMatch(it -> it.outcome().results().getFirst() instanceof Prepared);
          late += heard.size() - 1;
        }
      }
      lost = zombie.log().split("is no longer this slot's", -1).length - 1;
    }
    System.out.printf(
        "G4 trials=%d requests=%d late-outcomes=%d dropped-unstarted=%d compiled-after-loss=0%n",
        TRIALS, TRIALS * (IN_HAND + WAITING), late, lost);
  }

  private WorkerProcess start(String name, FakeStore store) {
    return WorkerProcess.start(
        name,
        folder.resolve(name),
        store.address(),
        Map.of("FLEXUP_WORKER_RECORD_LOCK", LOCK.toString()));
  }
}
