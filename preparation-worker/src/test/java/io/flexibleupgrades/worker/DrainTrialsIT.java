package io.flexibleupgrades.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepareRequested;
import io.flexibleupgrades.events.PrepareOutcome.Prepared;
import io.flexibleupgrades.events.UpgradeId;
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
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrainTrialsIT {
  private static final int TRIALS = Integer.getInteger("flexup.drain.trials", 2);
  private static final long SEED = Long.getLong("flexup.drain.seed", System.nanoTime());
  private static final Duration LONG = Duration.ofSeconds(90);
  private static final int REQUESTS = 8;
  private static final int SLOTS = 2;

  /** What a slot that is not told to stop would keep for a dead worker. */
  private static final Duration LOCK = Duration.ofSeconds(60);

  private final Random random = new Random(SEED);
  private final Wire wire = Wire.open();

  @TempDir Path folder = Path.of("");

  @Test
  @DisplayName("G16, B48: workers replaced one after the other burn no attempt")
  void aWorkerThatIsToldToStopBurnsNoAttempt() throws InterruptedException {
    System.out.println("G16 seed=" + SEED);
    long start = System.nanoTime();
    int byTheNext = 0;
    int inCompile = 0;
    try (var store = FakeStore.start();
        var outcomes = OutcomeLog.open()) {
      var platform = store.put(Bundles.platform("11.9.0"));
      var worker = start(store, 0);
      for (int trial = 1; trial <= TRIALS; trial++) {
        var sent = requests(store, platform, trial);
        wire.sendAll(sent.subList(0, SLOTS));
        worker.awaitLog("compile started module=T" + trial + "x", LONG);
        var next = start(store, trial);
        next.awaitLog("worker started", LONG);
        wire.sendAll(sent.subList(SLOTS, REQUESTS));
        Thread.sleep(random.nextInt(500));

        worker.terminate();

        assertThat(worker.ended(LONG)).as("the worker ends").isTrue();
        assertThat(worker.log()).contains("worker stopped finished=true");
        assertThat(worker.exitCode()).as("128 + SIGTERM").isEqualTo(143);
        var draining = worker.log().split("worker draining ", -1)[1];
        assertThat(draining).doesNotContain("attempt started");
        inCompile += draining.startsWith("running=0") ? 0 : 1;
        var upgrades =
            sent.stream().map(ModulePrepareRequested::upgradeId).collect(Collectors.toSet());
        assertThat(outcomes.missing(upgrades, LOCK.dividedBy(2)))
            .as("left over, %s%n%s", worker.log(), next.log())
            .isEmpty();
        byTheNext += checked(outcomes, upgrades, "trial-" + trial + "-");
        worker.close();
        worker = next;
      }
      worker.close();
    }
    assertThat(inCompile).as("trials in which something was running").isPositive();
    System.out.printf(
        "G16 seed=%d trials=%d in-compile=%d requests=%d attempts-burnt=0 by-the-next-worker=%d took=%ds%n",
        SEED,
        TRIALS,
        inCompile,
        TRIALS * REQUESTS,
        byTheNext,
        (System.nanoTime() - start) / 1_000_000_000);
  }

  private static int checked(OutcomeLog outcomes, Set<UpgradeId> upgrades, String next) {
    int byTheNext = 0;
    for (var upgrade : upgrades) {
      var heard = outcomes.of(upgrade);
      assertThat(heard).as("outcomes of one request").hasSize(1);
      var outcome = heard.getFirst().outcome();
      assertThat(outcome.results().getFirst()).isInstanceOf(Prepared.class);
      byTheNext += outcome.worker().value().startsWith(next) ? 1 : 0;
    }
    return byTheNext;
  }

  private WorkerProcess start(FakeStore store, int trial) {
    var settings = Map.of("FLEXUP_WORKER_RECORD_LOCK", LOCK.toString());
    return WorkerProcess.start(
        "trial-" + trial, folder.resolve("" + trial), store.address(), settings);
  }

  // Long enough for the next worker to come up meanwhile.
  private static Map<String, String> slow(String name) {
    var files = new TreeMap<>(Sources.slow(name, 7));
    files.putAll(Sources.slow(name + "b", 7));
    files.putAll(Sources.slow(name + "c", 7));
    return files;
  }

  private List<ModulePrepareRequested> requests(FakeStore store, Digest platform, int trial) {
    var requests = new ArrayList<ModulePrepareRequested>();
    for (int i = 0; i < REQUESTS; i++) {
      var name = "T" + trial + "x" + i;
      var source = store.put(Bundles.of(i < SLOTS ? slow(name) : Sources.slow(name, 5)));
      requests.add(Requests.of(platform, Requests.module(name, source)));
    }
    return requests;
  }
}
