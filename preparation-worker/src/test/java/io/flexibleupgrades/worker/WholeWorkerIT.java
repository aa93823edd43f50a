package io.flexibleupgrades.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.FailureKind;
import io.flexibleupgrades.events.Headers;
import io.flexibleupgrades.events.MessageCodec;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepareRequested;
import io.flexibleupgrades.events.PrepareOutcome;
import io.flexibleupgrades.events.PrepareOutcome.Failed;
import io.flexibleupgrades.events.PrepareOutcome.Prepared;
import io.flexibleupgrades.events.PrepareOutcome.Skipped;
import io.flexibleupgrades.events.ProducerArtifact;
import io.flexibleupgrades.events.Topics;
import io.flexibleupgrades.events.WireMessage;
import io.flexibleupgrades.worker.fixture.Bundles;
import io.flexibleupgrades.worker.fixture.FakeStore;
import io.flexibleupgrades.worker.fixture.OutcomeLog;
import io.flexibleupgrades.worker.fixture.Sources;
import io.flexibleupgrades.worker.fixture.Wire;
import io.flexibleupgrades.worker.fixture.WorkerProcess;
import io.flexibleupgrades.worker.preparing.Requests;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The packaged worker, with a real broker and real compile daemons. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WholeWorkerIT {
  private static final Duration LONG = Duration.ofSeconds(60);

  private final MessageCodec codec = new MessageCodec();
  private final FakeStore store = FakeStore.start();
  private final Wire wire = Wire.open();
  private final Digest platform = store.put(Bundles.platform("11.9.0", "-Xlint:all"));
  private final WorkerProcess worker;

  WholeWorkerIT(@TempDir Path folder) {
    worker = WorkerProcess.start("first", folder.resolve("first"), store.address(), Map.of());
  }

  @AfterAll
  void stop() {
    worker.close();
    store.close();
  }

  @Test
  @DisplayName("B14: a module and its consumer are compiled, stored with their platform, and said")
  void preparesAModuleAndItsConsumer() throws IOException {
    var producer = prepared(one("Core", "public class Core { public int one() { return 1; } }"));
    var consumer =
        prepared(
            one(
                "Orders",
                "class Orders { int one() { return new Core().one(); } }",
                new ProducerArtifact(producer.module(), producer.artifact())));

    var entries = entriesOf(consumer.artifact());
    assertThat(entries).containsKey("Orders.class");
    assertThat(entries.get("META-INF/flexup/artifact.json"))
        .contains("\"platformDigest\":\"" + platform + "\"")
        .contains("\"platformVersion\":\"11.9.0\"")
        .contains("{\"module\":\"Core\",\"artifact\":\"" + producer.artifact() + "\"}");
    assertThat(consumer.compileTime()).isPositive();
  }

  @Test
  void aKnownInputIsNotCompiledAgain() {
    var first = one("Known", "class Known {}");
    var made = prepared(first);
    long actions = store.actions();

    var again = prepared(one("Known", "class Known {}"));

    assertThat(again.artifact()).isEqualTo(made.artifact());
    assertThat(again.compileTime()).isZero();
    assertThat(store.actions()).isEqualTo(actions);
    assertThat(worker.log().split("compile started module=Known ", -1)).hasSize(2);
  }

  @Test
  @DisplayName("B45: a known input whose artifact is gone is compiled again")
  void aLostArtifactIsMadeAgain() {
    var made = prepared(one("Lost", "class Lost {}"));
    store.lose(made.artifact());

    var again = prepared(one("Lost", "class Lost {}"));

    assertThat(again.artifact()).isEqualTo(made.artifact());
    assertThat(store.blob(made.artifact())).isNotNull();
  }

  @Test
  @DisplayName("B17: in a cycle members with errors fail, and the others are skipped for them")
  void settlesACyclePerMember() {
    var request =
        Requests.of(
            platform,
            Requests.module("CycA", source("CycA", "class CycA { CycB b; }")),
            Requests.module("CycB", source("CycB", "class CycB { CycA a; Missing m; }")));

    var outcome = answer(request);

    assertThat(outcome.results().getFirst())
        .isEqualTo(new Skipped(new ModuleId("CycA"), List.of(new ModuleId("CycB"))));
    assertThat(outcome.results().getLast()).isInstanceOf(Failed.class);
    var failed = (Failed) outcome.results().getLast();
    assertThat(failed.kind()).isEqualTo(FailureKind.COMPILE);
    assertThat(failed.output().diagnostics().getFirst().file()).isEqualTo("CycB.java");
    assertThat(failed.output().diagnostics().getFirst().line()).isEqualTo(1);
  }

  @Test
  @DisplayName("B35: a unit whose producers failed is skipped without a compile")
  void skipsWithoutCompiling() {
    var asked = one("Skipped", "class Skipped {}");
    var request =
        new ModulePrepareRequested(
            asked.upgradeId(),
            asked.environment(),
            asked.unit(),
            1,
            asked.platform(),
            asked.modules(),
            List.of(new ModuleId("Root")));

    assertThat(answer(request).results())
        .containsExactly(new Skipped(new ModuleId("Skipped"), List.of(new ModuleId("Root"))));
    assertThat(worker.log()).doesNotContain("compile started module=Skipped ");
  }

  @Test
  @DisplayName("B39: a source that the store lost is a fault of the infrastructure")
  void aMissingBlobIsNoCompileError() {
    var missing = Digest.of("never stored".getBytes(UTF_8));

    var outcome = answer(Requests.of(platform, Requests.module("Gone", missing)));

    var failed = (Failed) outcome.results().getFirst();
    assertThat(failed.kind()).isEqualTo(FailureKind.INFRASTRUCTURE);
    assertThat(failed.output().log()).contains(missing.value());
  }

  @Test
  @DisplayName("B41: a memory bomb fails alone, and the worker goes on")
  void survivesAMemoryBomb() {
    var bomb = store.put(Bundles.of(Sources.memoryBomb()));

    var failed =
        (Failed) answer(Requests.of(platform, Requests.module("Bomb", bomb))).results().getFirst();

    assertThat(failed.kind()).isEqualTo(FailureKind.INFRASTRUCTURE);
    assertThat(failed.output().log()).contains("out of memory");
    prepared(one("AfterBomb", "class AfterBomb {}"));
  }

  @Test
  @DisplayName("B41: a poison record goes to the dead letters with its bytes, and work goes on")
  void keepsPoisonRecords() {
    wire.requests()
        .send("x", new WireMessage(Map.of("ce_type", "nonsense"), "garbage".getBytes(UTF_8)));

    var letter = wire.deadLetters().await(LONG, it -> text(it.value()).equals("garbage"));

    assertThat(Wire.header(letter, "flexup_reason")).contains("ce_subject");
    assertThat(Wire.header(letter, "flexup_topic")).isEqualTo(Topics.PREPARE_REQUESTS);
    assertThat(Wire.header(letter, "ce_type")).isEqualTo("nonsense");
    assertThat(text(letter.key())).isEqualTo("x");
    prepared(one("AfterPoison", "class AfterPoison {}"));
  }

  @Test
  @DisplayName(
      "G13: of a poison record that fills its topic's limit, the dead letter has what fits")
  void keepsWhatFitsOfARecordThatFillsItsTopic() {
    wire.requests().send("full", new WireMessage(Map.of(), "y".repeat(4_194_150).getBytes(UTF_8)));

    var letter =
        wire.deadLetters()
            .await(LONG, it -> Wire.header(it, "flexup_reason").contains("Too large"));

    assertThat(text(letter.value())).isEqualTo("y".repeat(512 * 1024));
    assertThat(Wire.header(letter, "flexup_reason")).contains("524288 of 4194150 bytes");
    prepared(one("AfterFull", "class AfterFull {}"));
  }

  @Test
  @DisplayName("B39: a damaged request that names its attempt ends it as infrastructure")
  void answersADamagedRequest() {
    var request = one("Damaged", "class Damaged {}");
    var damaged =
        text(codec.payload(request)).replace("\"failedProducers\":[]", "\"failedProducers\":42");
    wire.requests().send("Damaged", new WireMessage(Map.of(), damaged.getBytes(UTF_8)));

    var failed = (Failed) wire.outcomeOf(request).results().getFirst();

    assertThat(failed.kind()).isEqualTo(FailureKind.INFRASTRUCTURE);
  }

  @Test
  void anOutcomeBelongsToTheTraceOfItsRequest() {
    var trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    var request = one("Traced", "class Traced {}");
    var headers = new TreeMap<>(Wire.message(request).headers());
    headers.put(Headers.TRACE_PARENT, trace);
    try (var outcomes = OutcomeLog.open()) {
      wire.requests().send("Traced", new WireMessage(headers, Wire.message(request).payload()));

      assertThat(outcomes.missing(Set.of(request.upgradeId()), LONG)).isEmpty();
      assertThat(outcomes.of(request.upgradeId()).getFirst().headers())
          .containsEntry(Headers.TRACE_PARENT, trace);
    }
  }

  private Digest source(String module, String text) {
    return store.put(Bundles.of(Map.of(module + ".java", text)));
  }

  private ModulePrepareRequested one(String module, String text, ProducerArtifact... producers) {
    return Requests.of(platform, Requests.module(module, source(module, text), producers));
  }

  private Prepared prepared(ModulePrepareRequested request) {
    var outcome = answer(request);
    assertThat(outcome.results()).hasSize(1);
    assertThat(outcome.results().getFirst()).isInstanceOf(Prepared.class);
    return (Prepared) outcome.results().getFirst();
  }

  private PrepareOutcome answer(ModulePrepareRequested request) {
    wire.send(request);
    return wire.outcomeOf(request);
  }

  private Map<String, String> entriesOf(Digest artifact) throws IOException {
    var entries = new TreeMap<String, String>();
    try (var zip =
        new ZipInputStream(new ByteArrayInputStream(requireNonNull(store.blob(artifact))))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.put(entry.getName(), text(zip.readAllBytes()));
      }
    }
    return entries;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, UTF_8);
  }
}
