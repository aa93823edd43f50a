package io.flexibleupgrades.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.FailureKind;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepareRequested;
import io.flexibleupgrades.events.PrepareOutcome.Failed;
import io.flexibleupgrades.events.PrepareOutcome.Prepared;
import io.flexibleupgrades.events.Topics;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.events.WireMessage;
import io.flexibleupgrades.worker.fixture.Bundles;
import io.flexibleupgrades.worker.fixture.FakeStore;
import io.flexibleupgrades.worker.fixture.OutcomeLog;
import io.flexibleupgrades.worker.fixture.PoisonRecords;
import io.flexibleupgrades.worker.fixture.PoisonRecords.Poison;
import io.flexibleupgrades.worker.fixture.Sources;
import io.flexibleupgrades.worker.fixture.Wire;
import io.flexibleupgrades.worker.fixture.WorkerProcess;
import io.flexibleupgrades.worker.preparing.Requests;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PoisonRecordsIT {
  private static final int RECORDS = Integer.getInteger("flexup.poison.requests", 300);
  private static final long SEED = Long.getLong("flexup.poison.seed", System.nanoTime());
  private static final int REAL_AMONG = 50;
  private static final Duration PATIENCE = Duration.ofSeconds(90 + RECORDS / 20);

  @TempDir Path folder = Path.of("");
  private final Random random = new Random(SEED);
  private final Wire wire = Wire.open();

  @Test
  @DisplayName("G13, B41: the share group sets every poison record aside and prepares the others")
  void theShareGroupSetsPoisonAside() {
    allPoisonIsSetAside("share-group");
  }

  @Test
  @DisplayName(
      "G13, B41: the consumer group sets every poison record aside and prepares the others")
  void theConsumerGroupSetsPoisonAside() {
    wire.requests().committedToEnd("preparation-workers-cg");
    allPoisonIsSetAside("consumer-group");
  }

  private void allPoisonIsSetAside(String queue) {
    System.out.printf("G13 queue=%s seed=%d%n", queue, SEED);
    long start = System.nanoTime();
    var settings = Map.of("FLEXUP_WORKER_QUEUE", queue, "FLEXUP_WORKER_SLOTS", "4");
    try (var store = FakeStore.start();
        var outcomes = OutcomeLog.open();
        var letters = wire.deadLetters().fromNow();
        var worker = WorkerProcess.start("poisoned", folder, store.address(), settings)) {
      var platform = store.put(Bundles.platform("11.9.0"));
      var poison = new HashMap<String, Poison>();
      var real = new ArrayList<ModulePrepareRequested>();
      var records = new ArrayList<WireMessage>();
      for (int i = 0; i < RECORDS; i++) {
        var name = "P" + i;
        var request =
            Requests.of(
                platform, Requests.module(name, store.put(Bundles.of(Sources.small(name)))));
        if (i % REAL_AMONG == 0) {
          real.add(request);
          records.add(Wire.message(request));
        } else {
          var id = UUID.randomUUID().toString();
          var made = PoisonRecords.number(i, id, request, random);
          poison.put(id, made);
          records.add(made.message());
        }
      }
      wire.requests().sendAll(records);

      var named = new HashSet<UpgradeId>();
      poison.values().forEach(it -> it.named().ifPresent(named::add));
      var asked = real.stream().map(ModulePrepareRequested::upgradeId).collect(Collectors.toSet());
      assertThat(outcomes.missing(union(asked, named), PATIENCE)).as("unanswered").isEmpty();
      asked.forEach(it ->
          assertThat(outcomes.of(it).getFirst().outcome().results().getFirst())
              .isInstanceOf(Prepared.class));
      named.forEach(it -> {
        var failed = (Failed) outcomes.of(it).getFirst().outcome().results().getFirst();
        assertThat(failed.kind()).isEqualTo(FailureKind.INFRASTRUCTURE);
      });
      var kept = letters.byHeader(PoisonRecords.ID, poison.keySet(), PATIENCE);
      assertThat(kept.keySet()).containsExactlyInAnyOrderElementsOf(poison.keySet());
      kept.forEach((id, letter) -> {
        var made = requireNonNull(poison.get(id));
        assertThat(letter.value()).as("bytes").isEqualTo(made.message().payload());
        made.message()
            .headers()
            .forEach((header, text) ->
                assertThat(Wire.header(letter, header)).as(header).isEqualTo(text));
        assertThat(Wire.header(letter, "flexup_reason")).as(made.kind()).isNotBlank();
        assertThat(Wire.header(letter, "flexup_reason").getBytes(UTF_8)).hasSizeLessThan(4_500);
        assertThat(Wire.header(letter, "flexup_topic")).isEqualTo(Topics.PREPARE_REQUESTS);
        assertThat(Wire.header(letter, "flexup_partition")).isEqualTo("0");
        assertThat(Wire.header(letter, "flexup_offset")).matches("[0-9]+");
      });
      assertThat(worker.process().isAlive()).isTrue();
      System.out.printf(
          "G13 queue=%s seed=%d records=%d poison=%d dead-letters=%d named-attempts-ended=%d real-prepared=%d took=%ds%n",
          queue,
          SEED,
          RECORDS,
          poison.size(),
          kept.size(),
          named.size(),
          asked.size(),
          (System.nanoTime() - start) / 1_000_000_000);
    }
  }

  private static Set<UpgradeId> union(Set<UpgradeId> some, Set<UpgradeId> others) {
    var all = new HashSet<>(some);
    all.addAll(others);
    return all;
  }
}
