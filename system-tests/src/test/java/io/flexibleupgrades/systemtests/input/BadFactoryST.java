package io.flexibleupgrades.systemtests.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexibleupgrades.systemtests.factory.ImportedFactory;
import io.flexibleupgrades.systemtests.running.RunningSystem;
import io.flexibleupgrades.systemtests.running.SharedSystem;
import io.flexibleupgrades.systemtests.running.Upgrade;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A factory on disk with one module for each way to be wrong. */
@ExtendWith(SharedSystem.class)
class BadFactoryST {
  private static final String ENVIRONMENT = "bad-factory";

  private final RunningSystem system;

  @TempDir private Path factory;

  @SuppressWarnings("NullAway.Init")
  BadFactoryST(RunningSystem system) {
    this.system = system;
  }

  @Test
  @DisplayName("B41: bad modules are named with what is wrong and what to do, and fail alone")
  void importsAndPreparesTheGoodModulesOfABadFactory() throws Exception {
    module("Good", "name: Good\nkind: library\nproducers: []\n");
    module("Consumer", "name: Consumer\nkind: library\nproducers: [Good]\n");
    module("Unreadable", "name: Unreadable\nkind: library\nproducers: [Good\n: {\n");
    module("Binary", "name: \u0000\u0001\u0002\n");
    module("Orphan", "name: Orphan\nkind: library\nproducers: [Nowhere]\n");
    module("Narcissus", "name: Narcissus\nkind: library\nproducers: [Narcissus]\n");
    module("Twin", "name: Twin\nkind: library\nproducers: []\n");
    module("TwinToo", "name: TWIN\nkind: library\nproducers: []\n");
    source("NoManifest");
    module("Behind", "name: Behind\nkind: library\nproducers: [Orphan]\n");
    ImportedFactory.createEnvironment(system, ENVIRONMENT);

    var imported =
        system.cli().run("import", factory.toString(), "--env", ENVIRONMENT, "--running");
    var upgrade = Upgrade.start(system, ENVIRONMENT, "11.9.0");
    upgrade.watch().awaitEnd();

    assertThat(imported.exitCode()).isEqualTo(1);
    assertThat(imported.err())
        .contains("Unreadable/module.yaml")
        .contains("Binary/module.yaml")
        .contains("NoManifest")
        .contains("'Nowhere'")
        .contains("It names itself as a producer")
        .contains("upper and lower case are not told apart")
        .contains("Give each module a name of its own.");
    var outcome = upgrade.outcome();
    assertThat(outcome.prepared()).containsExactly("Consumer", "Good");
    assertThat(outcome.failed())
        .containsExactlyInAnyOrder(
            "Binary", "Narcissus", "NoManifest", "Orphan", "Twin", "Unreadable");
    assertThat(outcome.skipped()).isEqualTo(Map.of("Behind", Set.of("Orphan")));
    var messages = new TreeMap<String, String>();
    for (JsonNode error : upgrade.errors()) {
      assertThat(error.path("kind").asText()).isEqualTo("compile");
      var message = error.path("diagnostics").path(0).path("message").asText();
      messages.put(error.path("module").asText(), message);
    }
    assertThat(messages.get("Orphan")).contains("'Nowhere'").contains("Import it");
    assertThat(messages.get("Narcissus")).contains("Take 'Narcissus' off the list");
    assertThat(messages.get("Unreadable")).contains("Unreadable/module.yaml");
  }

  private void module(String folder, String manifest) throws IOException {
    source(folder);
    Files.writeString(factory.resolve(folder).resolve("module.yaml"), manifest);
  }

  private void source(String folder) throws IOException {
    var name = folder.toLowerCase(Locale.ROOT);
    var sources = Files.createDirectories(factory.resolve(folder).resolve("src").resolve(name));
    Files.writeString(
        sources.resolve(folder + ".java"),
        "package %s;\n\npublic final class %s {}\n".formatted(name, folder));
  }
}
