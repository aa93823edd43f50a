package io.flexibleupgrades.orchestrator.whole;

import static io.flexibleupgrades.orchestrator.whole.Operator.Module.module;
import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.embedded.Folders;
import io.flexibleupgrades.embedded.test.KafkaAndPostgres;
import io.flexibleupgrades.events.EnvironmentEvent.ModulePublished;
import io.flexibleupgrades.events.EnvironmentEvent.PublishEnded;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeEnded;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepared;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(UpgradeIT.Impatient.class)
@QuarkusTestResource(
    value = KafkaAndPostgres.class,
    initArgs = @ResourceArg(name = "database", value = "upgrade_it"))
@QuarkusTestResource(FakeStore.class)
class PublishEndIT extends WholeLife {

  @Test
  @DisplayName(
      "B25: a publish whose folder cannot be written ends with the reason, and locks nothing")
  void endsWhenItsFolderCannotBeWritten() throws IOException {
    upgraded("end-folder", module("P"), module("Q"), module("C", "P", "Q"));
    var folder = emptied("end-folder");
    Files.writeString(folder.resolve("P"), "a file where a folder should be");

    var end = published("end-folder", "P", "Q");

    assertThat(end).extracting("published", "failed", "skipped").containsExactly(1, 1, 0);
    assertThat(end.reason()).contains("'P' was not deployed", "could not be written");
    assertThat(journal("end-folder").all(ModulePublished.class))
        .extracting(published -> published.module().value())
        .containsExactly("Q");

    Files.delete(folder.resolve("P"));
    assertThat(published("end-folder", "P").reason()).isNull();
    assertThat(Operator.upgrade("end-folder", "11.9.1").statusCode()).isEqualTo(202);
    journal("end-folder").await(UpgradeEnded.class, 2);
  }

  @Test
  @DisplayName("B45, B25: an artifact lost between its check and its use fails, and is made again")
  void endsWhenItsArtifactIsLostMeanwhile() throws IOException {
    upgraded("end-lost", module("P"), module("C", "P"));
    var folder = emptied("end-lost");
    Files.writeString(folder.resolve("P"), "it cannot be deployed yet");
    Operator.publish("end-lost", "P").then().statusCode(202);
    StoredBlobs.lose(journal("end-lost").await(ModulePrepared.class, this::isOfP, 1).artifact());
    Files.delete(folder.resolve("P"));

    var end = journal("end-lost").await(PublishEnded.class, 1);

    assertThat(end).extracting("published", "failed", "skipped").containsExactly(0, 1, 0);
    assertThat(end.reason()).contains("'P' was not deployed", "no longer in the artifact store");
    assertThat(published("end-lost", "P").published()).isEqualTo(1);
    assertThat(compiles("end-lost", "P")).hasSize(2);
  }

  /** Returns the environment's folder, without what an earlier run has deployed. */
  private static Path emptied(String environment) throws IOException {
    var folder = Path.of("target/deployments", environment);
    Folders.delete(folder);
    return Files.createDirectories(folder);
  }

  private boolean isOfP(ModulePrepared prepared) {
    return prepared.module().value().equals("P");
  }
}
