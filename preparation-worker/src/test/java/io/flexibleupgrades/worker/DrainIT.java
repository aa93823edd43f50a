package io.flexibleupgrades.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.PrepareOutcome.Prepared;
import io.flexibleupgrades.worker.fixture.Bundles;
import io.flexibleupgrades.worker.fixture.FakeStore;
import io.flexibleupgrades.worker.fixture.Line;
import io.flexibleupgrades.worker.fixture.Sources;
import io.flexibleupgrades.worker.fixture.Wire;
import io.flexibleupgrades.worker.fixture.WorkerProcess;
import io.flexibleupgrades.worker.preparing.Requests;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrainIT {
  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir Path folder = Path.of("");
  private final FakeStore store = FakeStore.start();
  private final Wire wire = Wire.open();

  @AfterEach
  void stop() {
    store.close();
  }

  @Test
  @DisplayName(
      "B48: a worker that is told to stop finishes what runs, says it, and takes its leave")
  void finishesWhatRuns() throws InterruptedException {
    var slow = store.put(Bundles.of(Sources.slow("Slow", 7)));
    var platform = store.put(Bundles.platform("11.9.0"));
    var request = Requests.of(platform, Requests.module("Slow", slow));
    wire.send(request);
    try (var worker = WorkerProcess.start("drained", folder, store.address(), Map.of())) {
      worker.awaitLog("compile started module=Slow ", LONG);

      worker.terminate();

      var outcome = wire.outcomeOf(request);
      assertThat(outcome.results().getFirst()).isInstanceOf(Prepared.class);
      assertThat(worker.ended(LONG)).isTrue();
      assertThat(worker.log())
          .contains("compile ended module=Slow ")
          .contains("worker stopped finished=true");
      wire.awaitHeartbeat(beat ->
          beat.worker().equals(outcome.worker())
              && beat.running().stream()
                  .anyMatch(it -> it.upgradeId().equals(request.upgradeId())));
      wire.awaitHeartbeat(beat ->
          beat.worker().equals(outcome.worker())
              && beat.draining()
              && beat.slots() == 0
              && beat.running().isEmpty());
    }
  }

  @Test
  @DisplayName("G16: a worker that is told to stop while the store is away leaves its request")
  void leavesTheRequestWhenTheStoreIsAway() throws InterruptedException {
    var source = store.put(Bundles.of(Sources.small("Away")));
    var request =
        Requests.of(store.put(Bundles.platform("11.9.0")), Requests.module("Away", source));
    try (var line = Line.to(store.address().getPort());
        var worker =
            WorkerProcess.start(
                "stuck",
                folder.resolve("1"),
                URI.create("http://127.0.0.1:" + line.port()),
                Map.of("FLEXUP_WORKER_DRAIN", "PT2S"))) {
      line.set(Line.State.STALLED);
      wire.send(request);
      worker.awaitLog("unit=Away attempt=1", LONG);

      worker.terminate();
      worker.terminate();

      assertThat(worker.ended(LONG)).isTrue();
      assertThat(worker.exitCode()).isEqualTo(143);
      assertThat(worker.log()).contains("result=interrupted");
    }

    try (var next = WorkerProcess.start("heir", folder.resolve("2"), store.address(), Map.of())) {
      assertThat(wire.outcomeOf(request).results().getFirst()).isInstanceOf(Prepared.class);
      assertThat(next.log()).contains("compile ended module=Away ");
    }
  }

  @Test
  @DisplayName("B48: what a stopping worker cannot finish, the next one prepares")
  void leavesTheRestToTheNextWorker() throws InterruptedException {
    var slow = store.put(Bundles.of(Sources.slow("Left", 7)));
    var platform = store.put(Bundles.platform("11.9.0"));
    var request = Requests.of(platform, Requests.module("Left", slow));
    wire.send(request);
    var impatient = Map.of("FLEXUP_WORKER_DRAIN", "PT0.1S");
    try (var worker =
        WorkerProcess.start("impatient", folder.resolve("1"), store.address(), impatient)) {
      worker.awaitLog("compile started module=Left ", LONG);
      worker.terminate();
      assertThat(worker.ended(LONG)).isTrue();
      assertThat(worker.log()).contains("worker stopped finished=false");
    }

    try (var next = WorkerProcess.start("next", folder.resolve("2"), store.address(), Map.of())) {
      assertThat(wire.outcomeOf(request).results().getFirst()).isInstanceOf(Prepared.class);
      assertThat(wire.outcomeOf(request).worker().value()).startsWith("next-");
      assertThat(next.log()).contains("compile ended module=Left ");
    }
  }
}
