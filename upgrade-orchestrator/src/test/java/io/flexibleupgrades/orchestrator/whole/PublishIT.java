package io.flexibleupgrades.orchestrator.whole;

import static io.flexibleupgrades.orchestrator.whole.Operator.Module.module;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.embedded.test.KafkaAndPostgres;
import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.EnvironmentEvent.ModulePublished;
import io.flexibleupgrades.events.EnvironmentEvent.PublishEnded;
import io.flexibleupgrades.events.EnvironmentEvent.PublishStarted;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeStarted;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.ModuleToPublish;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepared;
import io.flexibleupgrades.events.PreparationEvent.ModuleRecovered;
import io.flexibleupgrades.events.ProducerArtifact;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(UpgradeIT.Impatient.class)
@QuarkusTestResource(
    value = KafkaAndPostgres.class,
    initArgs = @ResourceArg(name = "database", value = "upgrade_it"))
@QuarkusTestResource(FakeStore.class)
class PublishIT extends WholeLife {

  @Test
  @DisplayName("B44: publishing a consumer compiles it once, against its producer's artifact")
  void compilesTheConsumerAndReusesItsProducer() {
    upgraded("pub-leaf", module("P"), module("C", "P"));

    var end = published("pub-leaf", "C");

    assertThat(end).extracting("published", "failed", "skipped").containsExactly(1, 0, 0);
    assertThat(compiles("pub-leaf", "P")).hasSize(1);
    var compile = compiles("pub-leaf", "C").getLast().modules().getFirst();
    assertThat(compiles("pub-leaf", "C")).hasSize(2);
    assertThat(compile.mustBeCompiled()).isTrue();
    assertThat(compile.producers())
        .containsExactly(new ProducerArtifact(new ModuleId("P"), prepared("pub-leaf", "P")));
    assertThat(journal("pub-leaf").all(ModulePublished.class))
        .extracting(published -> published.module().value())
        .containsExactly("C");
    assertThat(reason("pub-leaf", "C")).contains("no module consumes it");
  }

  @Test
  @DisplayName("B44: publishing a producer deploys its prepared artifact and compiles nothing")
  void reusesTheProducersOwnArtifact() throws IOException {
    upgraded("pub-producer", module("P"), module("C", "P"));

    published("pub-producer", "P");

    assertThat(compiles("pub-producer", "P")).hasSize(1);
    var published = journal("pub-producer").all(ModulePublished.class).getFirst();
    assertThat(published.artifact()).isEqualTo(prepared("pub-producer", "P"));
    assertThat(reason("pub-producer", "P")).contains("prepared for 11.9.0", "reused");
    var folder = Path.of("target/deployments/pub-producer/P");
    assertThat(Files.readString(folder.resolve("manifest.json")))
        .contains(published.artifact().value(), "\"platformVersion\" : \"11.9.0\"");
    assertThat(Files.size(folder.resolve(published.artifact() + ".jar")))
        .isEqualTo(published.artifactBytes());
  }

  @Test
  @DisplayName("B45: an artifact that the store lost is made again, and the publish succeeds")
  void makesALostArtifactAgain() {
    upgraded("pub-lost", module("P"), module("Q", "P"), module("C", "Q"));
    StoredBlobs.lose(prepared("pub-lost", "P"));

    assertThat(published("pub-lost", "P").published()).isEqualTo(1);
    assertThat(compiles("pub-lost", "P")).hasSize(2);
    assertThat(reason("pub-lost", "P")).contains("missing from the artifact store, or corrupt");

    StoredBlobs.lose(prepared("pub-lost", "P"));
    assertThat(published("pub-lost", "C").published()).isEqualTo(1);
    assertThat(compiles("pub-lost", "P")).as("a producer of a producer").hasSize(3);
    assertThat(journal("pub-lost").all(ModulePublished.class))
        .extracting(published -> published.module().value())
        .as("what is only made again is not deployed")
        .containsExactly("P", "C");
  }

  @Test
  @DisplayName(
      "B45: another source or other compile-time settings: it is compiled, with the reason")
  void compilesWhatHasChanged() {
    upgraded("pub-changed", module("P"), module("S"), module("C", "P", "S"));

    var imported = Operator.register("pub-changed", false, module("P").edited());
    assertThat(imported.jsonPath().getList("stale", String.class)).containsExactly("P");
    assertThat(imported.jsonPath().getList("changes.what")).containsExactly(List.of("source"));
    assertThat(
            Operator.configure("pub-changed", "S", "compiler.options", "-parameters").statusCode())
        .isEqualTo(200);
    published("pub-changed", "P");
    published("pub-changed", "S");

    assertThat(reason("pub-changed", "P")).contains("its source has changed");
    assertThat(reason("pub-changed", "S")).contains("compile-time settings have changed");
    assertThat(compiles("pub-changed", "S").getLast().modules().getFirst().options())
        .containsExactly("-parameters");
    published("pub-changed", "P");
    assertThat(reason("pub-changed", "P")).as("published with its new source").contains("reused");
  }

  @Test
  @DisplayName("B42: a failed and a skipped module are published after the end, producers first")
  void publishesWhatFailedAndWhatWasSkipped() {
    worker.failing("Bad");
    var upgrade = upgraded("pub-failed", module("Bad"), module("C", "Bad"), module("D", "C"));
    assertThat(Operator.progress(upgrade)).isEqualTo("ready-with-errors 0 1 2");

    problem(Operator.publish("pub-failed", "C"), 409, "producer-not-prepared", "'Bad' (failed)");
    worker.notFailing("Bad");
    published("pub-failed", "Bad");

    assertThat(Operator.progress(upgrade)).isEqualTo("ready-with-errors 1 0 2");
    assertThat(published("pub-failed", "C", "D").published()).isEqualTo(2);
    assertThat(Operator.progress(upgrade)).isEqualTo("ready 3 0 0");
    assertThat(journal("pub-failed").all(ModuleRecovered.class)).hasSize(3);
  }

  @Test
  void publishesOfSeveralModulesWhatItCan() {
    worker.failing("P");
    environment("pub-some", "cloud", "environment", module("P"), module("C", "P"), module("D"));

    assertThat(published("pub-some", "C", "D", "P"))
        .extracting("published", "failed", "skipped")
        .containsExactly(1, 1, 1);
    assertThat(journal("pub-some").all(ModulePublished.class))
        .extracting(published -> published.module().value())
        .containsExactly("D");
  }

  @Test
  @DisplayName("B23: a publish that runs refuses an upgrade and another publish of its module")
  void aRunningPublishKeepsOthersOut() {
    environment("pub-busy", "cloud", "environment", module("P"), module("Q"));
    worker.losing(_ -> true);
    Operator.publish("pub-busy", "P").then().statusCode(202);

    problem(Operator.upgrade("pub-busy", "11.9.0"), 409, "publish-in-progress", "'P'");
    problem(Operator.publish("pub-busy", "P", "Q"), 409, "publish-in-progress", "'P'");
    problem(Operator.remove("pub-busy", "P"), 409, "publish-in-progress", "'P'");
    assertThat(journal("pub-busy").all(UpgradeStarted.class)).isEmpty();

    worker.answeringAll();
    journal("pub-busy").await(PublishEnded.class, 1);
    assertThat(Operator.upgrade("pub-busy", "11.9.0").statusCode()).isEqualTo(202);
  }

  @Test
  @DisplayName("B13: a publish with the same Idempotency-Key is one, with another body a problem")
  void startsOnceForAKey() {
    environment("pub-key", "cloud", "environment", module("P"), module("Q"));

    var first = publish("pub-key", "k1", "P").jsonPath().getString("publishId");
    journal("pub-key").await(PublishEnded.class, 1);

    assertThat(publish("pub-key", "k1", "P").jsonPath().getString("publishId")).isEqualTo(first);
    problem(publish("pub-key", "k1", "Q"), 422, "idempotency-key-reused", "k1");
    assertThat(journal("pub-key").all(PublishStarted.class)).hasSize(1);
  }

  @Test
  void refusesWhatItCannotDo() {
    environment("pub-bad", "cloud", "environment", module("P"), module("C", "P"));

    problem(Operator.publish("pub-bad", "p"), 404, "module-not-found", "but 'P'");
    problem(Operator.publish("pub-bad", "C"), 409, "producer-not-prepared", "never compiled");
    problem(Operator.remove("pub-bad", "P"), 409, "module-consumed", "'C'");
    problem(
        Operator.configure("pub-bad", "P", "compiler.options", "-processorpath /"),
        422,
        "malformed-setting",
        "-processorpath");
    assertThat(Operator.remove("pub-bad", "C").statusCode()).isEqualTo(200);
    assertThat(Operator.remove("pub-bad", "P").statusCode()).isEqualTo(200);
  }

  private Digest prepared(String environment, String module) {
    return journal(environment).all(ModulePrepared.class).stream()
        .filter(prepared -> prepared.module().value().equals(module))
        .findFirst()
        .orElseThrow()
        .artifact();
  }

  private String reason(String environment, String module) {
    return journal(environment).all(PublishStarted.class).stream()
        .flatMap(publish -> publish.modules().stream())
        .filter(named -> named.module().value().equals(module))
        .map(ModuleToPublish::reason)
        .reduce("", (_, latest) -> latest);
  }

  private static Response publish(String environment, String key, String module) {
    return given()
        .contentType("application/json")
        .header("Idempotency-Key", key)
        .body(Map.of("modules", List.of(module)))
        .post("/api/v1/environments/{env}/publishes", environment);
  }
}
