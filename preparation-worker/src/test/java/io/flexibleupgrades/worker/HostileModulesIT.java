package io.flexibleupgrades.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepareRequested;
import io.flexibleupgrades.events.PrepareOutcome.Prepared;
import io.flexibleupgrades.events.PrepareOutcome.Result;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.worker.fixture.Bombs;
import io.flexibleupgrades.worker.fixture.Bundles;
import io.flexibleupgrades.worker.fixture.CompileTimes;
import io.flexibleupgrades.worker.fixture.FakeStore;
import io.flexibleupgrades.worker.fixture.GoodModules;
import io.flexibleupgrades.worker.fixture.OutcomeLog;
import io.flexibleupgrades.worker.fixture.ResidentMemory;
import io.flexibleupgrades.worker.fixture.Wire;
import io.flexibleupgrades.worker.fixture.WorkerProcess;
import io.flexibleupgrades.worker.preparing.Requests;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileModulesIT {
  private static final int BOMBS = Integer.getInteger("flexup.hostile.bombs", Bombs.kinds());
  private static final int GOOD = Integer.getInteger("flexup.hostile.good", Bombs.kinds());
  private static final long SEED = Long.getLong("flexup.hostile.seed", System.nanoTime());
  private static final Duration LIMIT =
      Duration.ofSeconds(Integer.getInteger("flexup.hostile.limit-seconds", 6));
  private static final Duration SLACK =
      Duration.ofSeconds(Integer.getInteger("flexup.hostile.slack-seconds", 20));
  private static final int SLOTS = 2;
  private static final int MOST_MEBIBYTES = 2_000;

  @Test
  @DisplayName("G6, B41: hostile modules end in their time limit and hurt no other module")
  void bombsHurtNobodyElse(@TempDir Path folder) {
    System.out.println("G6 seed=" + SEED);
    var wire = Wire.open();
    try (var store = FakeStore.start();
        var outcomes = OutcomeLog.open();
        var worker =
            WorkerProcess.start(
                "bombed",
                folder,
                store.address(),
                Map.of(
                    "FLEXUP_WORKER_TIME_LIMIT",
                    LIMIT.toString(),
                    "FLEXUP_WORKER_SLOTS",
                    "" + SLOTS));
        var memory = ResidentMemory.of(worker.process())) {
      long start = System.nanoTime();
      var sent = mixed(store);
      wire.sendAll(sent.values());
      var upgrades = new LinkedHashMap<String, UpgradeId>();
      sent.forEach((name, request) -> upgrades.put(name, request.upgradeId()));

      var patience = LIMIT.plus(SLACK).multipliedBy(2L * BOMBS).plusSeconds(10L * GOOD + 60);
      assertThat(outcomes.missing(Set.copyOf(upgrades.values()), patience))
          .as("without an outcome")
          .isEmpty();

      var results = new LinkedHashMap<String, Result>();
      upgrades.forEach((name, upgrade) -> {
        assertThat(outcomes.of(upgrade)).as("outcomes of %s", name).hasSize(1);
        results.put(name, outcomes.of(upgrade).getFirst().outcome().results().getFirst());
      });
      assertThat(results)
          .as("good modules")
          .allSatisfy((name, result) -> {
            if (name.startsWith("Good")) {
              assertThat(result).as(name).isInstanceOf(Prepared.class);
            }
          });
      var times = CompileTimes.in(worker.log());
      assertThat(times.longestTry()).isLessThan(LIMIT.plus(SLACK));
      assertThat(worker.process().isAlive()).as("the worker lives").isTrue();
      assertThat(worker.log()).containsOnlyOnce("worker started name=bombed");
      assertThat(memory.mostMebibytes()).isLessThan(MOST_MEBIBYTES);
      System.out.printf(
          "G6 seed=%d bombs=%d good=%d good-prepared=%d bombs-prepared=%d worker-restarts=0"
              + " daemons=%d tried-alone=%d longest-try=%.1fs limit=%ds peak=%dMiB took=%ds%n",
          SEED,
          BOMBS,
          GOOD,
          GOOD,
          results.entrySet().stream()
              .filter(it -> !it.getKey().startsWith("Good") && it.getValue() instanceof Prepared)
              .count(),
          worker.log().split("compile daemon started", -1).length - 1,
          times.alone(),
          times.longestTry().toMillis() / 1000.0,
          LIMIT.toSeconds(),
          memory.mostMebibytes(),
          (System.nanoTime() - start) / 1_000_000_000);
    }
  }

  private static Map<String, ModulePrepareRequested> mixed(FakeStore store) {
    var random = new Random(SEED);
    var platform = store.put(Bundles.platform("11.9.0", "-Xlint:all"));
    var bundles = new LinkedHashMap<String, Digest>();
    for (int i = 0; i < BOMBS; i++) {
      var bomb = Bombs.number(i, random);
      bundles.put(bomb.name(), store.put(bomb.bundle()));
    }
    for (int i = 0; i < GOOD; i++) {
      bundles.put("Good" + i, store.put(Bundles.of(GoodModules.of("Good" + i, random))));
    }
    List<String> names = new ArrayList<>(bundles.keySet());
    Collections.shuffle(names, random);
    var requests = new LinkedHashMap<String, ModulePrepareRequested>();
    for (var name : names) {
      requests.put(name, Requests.of(platform, Requests.module(name, bundles.get(name))));
    }
    return requests;
  }
}
