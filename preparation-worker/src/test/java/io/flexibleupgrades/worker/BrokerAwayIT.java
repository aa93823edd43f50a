package io.flexibleupgrades.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.PreparationEvent.ModulePrepareRequested;
import io.flexibleupgrades.events.PrepareOutcome.Prepared;
import io.flexibleupgrades.worker.fixture.Bundles;
import io.flexibleupgrades.worker.fixture.FakeStore;
import io.flexibleupgrades.worker.fixture.Line;
import io.flexibleupgrades.worker.fixture.OutcomeLog;
import io.flexibleupgrades.worker.fixture.OwnBroker;
import io.flexibleupgrades.worker.fixture.Sources;
import io.flexibleupgrades.worker.fixture.Wire;
import io.flexibleupgrades.worker.fixture.WorkerProcess;
import io.flexibleupgrades.worker.preparing.Requests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokerAwayIT {
  private static final Duration CUT =
      Duration.ofSeconds(Integer.getInteger("flexup.cut.seconds", 8));
  private static final Duration LONG = Duration.ofSeconds(90);

  private final Path folder;
  private final OwnBroker broker;
  private final Wire wire;
  private final FakeStore store = FakeStore.start();

  BrokerAwayIT(@TempDir Path folder) throws IOException, InterruptedException {
    this.folder = folder;
    this.broker = OwnBroker.start(Files.createDirectories(folder.resolve("broker")));
    this.wire = Wire.open(broker.direct());
  }

  @AfterAll
  void stop() {
    store.close();
    broker.close();
  }

  @Test
  @DisplayName("G17: what was compiled while the broker was away is said when it is back")
  void keepsTheResultUntilTheBrokerIsBack() throws InterruptedException {
    try (var outcomes = OutcomeLog.open(broker.direct());
        var worker = start("patient", Map.of())) {
      var request = slow("Kept", 5);
      wire.send(request);
      worker.awaitLog("compile started module=Kept ", LONG);

      broker.line().set(Line.State.CUT);
      worker.awaitLog("compile ended module=Kept ", LONG);
      worker.awaitLog("could not be renewed", LONG);
      Thread.sleep(6_000);
      long busy = cpuOf(worker).toMillis();
      Thread.sleep(CUT);
      long used = cpuOf(worker).toMillis() - busy;
      assertThat(outcomes.missing(Set.of(request.upgradeId()), Duration.ZERO)).hasSize(1);
      broker.line().set(Line.State.OPEN);
      long healed = System.nanoTime();

      assertThat(outcomes.missing(Set.of(request.upgradeId()), LONG)).isEmpty();
      long after = (System.nanoTime() - healed) / 1_000_000;
      var after2 = slow("Next", 2);
      wire.send(after2);
      assertThat(outcomes.missing(Set.of(after2.upgradeId()), LONG)).isEmpty();

      assertThat(outcomes.of(request.upgradeId()).getFirst().outcome().results().getFirst())
          .isInstanceOf(Prepared.class);
      assertThat(used).as("CPU while cut off, ms").isLessThan(CUT.toMillis() / 4);
      System.out.printf(
          "G17 cut=%ds said-after-healing=%dms cpu-while-cut=%d%% outcomes=%d%n",
          CUT.toSeconds(),
          after,
          100 * used / CUT.toMillis(),
          outcomes.of(request.upgradeId()).size());
    }
  }

  @Test
  @Tag("chaos")
  @DisplayName("G17: a broker that takes connections and never answers is waited for at rest")
  void waitsForASilentBrokerAtRest() throws InterruptedException {
    try (var outcomes = OutcomeLog.open(broker.direct());
        var worker = start("resting", Map.of())) {
      var before = slow("Before", 2);
      wire.send(before);
      assertThat(outcomes.missing(Set.of(before.upgradeId()), LONG)).isEmpty();

      broker.line().set(Line.State.STALLED);
      worker.awaitLog("The broker is silent", LONG);
      Thread.sleep(6_000);
      long busy = cpuOf(worker).toMillis();
      Thread.sleep(CUT);
      long used = cpuOf(worker).toMillis() - busy;
      broker.line().set(Line.State.OPEN);
      var request = slow("After", 2);
      wire.send(request);

      assertThat(outcomes.missing(Set.of(request.upgradeId()), LONG)).isEmpty();
      assertThat(used).as("CPU while stalled, ms").isLessThan(CUT.toMillis() / 4);
    } finally {
      broker.line().set(Line.State.OPEN);
    }
  }

  @Test
  @DisplayName("G16: a worker that is told to stop while the broker is away ends in its time")
  void stopsWithoutABroker() throws InterruptedException {
    try (var worker = start("leaving", Map.of("FLEXUP_WORKER_DRAIN", "PT3S"))) {
      var request = slow("Unsaid", 5);
      wire.send(request);
      worker.awaitLog("compile started module=Unsaid ", LONG);
      broker.line().set(Line.State.CUT);

      worker.terminate();
      worker.terminate();

      assertThat(worker.ended(LONG)).isTrue();
      assertThat(worker.exitCode()).isEqualTo(143);
      broker.line().set(Line.State.OPEN);
      try (var outcomes = OutcomeLog.open(broker.direct());
          var next = start("heir", Map.of())) {
        assertThat(outcomes.missing(Set.of(request.upgradeId()), LONG)).isEmpty();
        assertThat(next.log()).contains("unit=Unsaid attempt=1 result=prepared");
      }
    } finally {
      broker.line().set(Line.State.OPEN);
    }
  }

  private WorkerProcess start(String name, Map<String, String> settings) {
    var all = new HashMap<>(settings);
    all.put("KAFKA_BOOTSTRAP_SERVERS", broker.lined());
    all.put("FLEXUP_WORKER_RECORD_LOCK", "PT15S");
    return WorkerProcess.start(name, folder.resolve(name), store.address(), all);
  }

  private ModulePrepareRequested slow(String name, int levels) {
    return Requests.of(
        store.put(Bundles.platform("11.9.0")),
        Requests.module(name, store.put(Bundles.of(Sources.slow(name, levels)))));
  }

  private static Duration cpuOf(WorkerProcess worker) {
    return worker.process().info().totalCpuDuration().orElseThrow();
  }
}
