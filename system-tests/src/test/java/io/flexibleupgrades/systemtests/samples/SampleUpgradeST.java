package io.flexibleupgrades.systemtests.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexibleupgrades.systemtests.factory.Proof;
import io.flexibleupgrades.systemtests.running.CompileCounter;
import io.flexibleupgrades.systemtests.running.Outcome;
import io.flexibleupgrades.systemtests.running.RunningSystem;
import io.flexibleupgrades.systemtests.running.SharedSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The sample factory from an empty system to its second upgrade, with the operator's commands. */
@ExtendWith(SharedSystem.class)
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class SampleUpgradeST {
  private static final String ENVIRONMENT = SampleEnvironment.NAME;

  private final RunningSystem system;
  private final SampleEnvironment environment;
  private final ExpectedUpgrade expected = SampleFolder.locate().expected();
  private final Set<Map<String, String>> runningDuring = new HashSet<>();

  SampleUpgradeST(RunningSystem system) {
    this.system = system;
    this.environment = new SampleEnvironment(system);
  }

  @Test
  @Order(1)
  @DisplayName("B7, B8, B15, B26: a cloud environment is upgraded and prepared by one command")
  void upgradesTheSampleFactoryWithOneCommand() throws Exception {
    var cli = system.cli();
    cli.succeed("platform", "push", system.samples("platforms", expected.from()).toString());
    cli.succeed("platform", "push", system.samples("platforms", expected.to()).toString());
    cli.succeed(
        "environment",
        "create",
        ENVIRONMENT,
        "--kind",
        "cloud",
        "--edition",
        "enterprise",
        "--platform",
        expected.from());
    var imported =
        cli.succeed(
            "import",
            system.samples("factory").toString(),
            "--env",
            ENVIRONMENT,
            "--running",
            "-o",
            "json");
    assertThat(imported.json().path("adopted").asInt()).isEqualTo(expected.total());
    runningDuring.add(environment.awaitImported());

    var command = cli.start("upgrade", "--env", ENVIRONMENT, "--to", expected.to(), "--yes");
    var messages = new HashSet<String>();
    while (command.isAlive()) {
      var status = system.serviceCenter().get("environments/sample/status").json();
      if (status.path("state").asText().equals("preparing")) {
        status.path("messages").forEach(line -> messages.add(line.asText()));
      }
      runningDuring.add(environment.running());
      Thread.sleep(50);
    }

    assertThat(command.exitValue()).isEqualTo(3);
    assertThat(messages)
        .contains(
            "The first step of the upgrade process has finished. This environment has been"
                + " successfully upgraded to Platform Server version "
                + expected.to())
        .anyMatch(line -> line.matches("We are now preparing your modules - \\d\\d?%"));
    assertThat(cli.run("wait", "--env", ENVIRONMENT).exitCode()).isEqualTo(3);
  }

  @Test
  @Order(2)
  @DisplayName("B18, B30, B31: the status has the documented counts and the banner's lines")
  void showsTheDocumentedCounts() {
    var status = system.cli().succeed("status", "--env", ENVIRONMENT, "-o", "json").json();

    assertThat(status.path("state").asText()).isEqualTo("ready-with-errors");
    assertThat(status.path("percentage").asInt()).isEqualTo(100);
    assertThat(status.path("total").asInt()).isEqualTo(expected.total());
    assertThat(status.path("prepared").asInt()).isEqualTo(expected.prepared());
    assertThat(status.path("failed").asInt()).isEqualTo(expected.failed().size());
    assertThat(status.path("skipped").asInt()).isEqualTo(expected.skipped().size());
    assertThat(status.path("asOf").path("sequence").asLong()).isPositive();
    assertThat(status.path("messages").path(0).asText())
        .isEqualTo("There were errors preparing some modules.");
    assertThat(status.path("messages").path(1).asText())
        .isEqualTo(
            "%d modules prepared successfully, %d modules failed and %d modules skipped."
                .formatted(
                    expected.prepared(), expected.failed().size(), expected.skipped().size()));
  }

  @Test
  @Order(3)
  @DisplayName("B16, B17, B31, B35–B37: every module ends as documented, in an order that holds")
  void settlesEveryModuleAsDocumented() {
    Proof.check(environment.upgrade(), environment.blueprint());

    var outcome = environment.upgrade().outcome();
    assertThat(outcome.prepared()).hasSize(expected.prepared());
    assertThat(outcome.failed()).isEqualTo(new TreeSet<>(expected.failed()));
    var skipped = new TreeMap<String, Set<String>>();
    expected.skipped().forEach((module, because) -> skipped.put(module, new TreeSet<>(because)));
    assertThat(outcome.skipped()).isEqualTo(skipped);
  }

  @Test
  @Order(4)
  @DisplayName("B15: running version, digest and deploy time of all modules never change")
  void leavesEverythingThatRunsAlone() {
    runningDuring.add(environment.running());

    assertThat(runningDuring).hasSize(1);
    assertThat(environment.running()).hasSize(expected.total());
    assertThat(environment.running().values())
        .allMatch(text -> text.startsWith(expected.from() + " "));
  }

  @Test
  @Order(5)
  @DisplayName("B14: the artifact of every prepared module was made with the new platform")
  void makesEveryArtifactWithTheNewPlatform() throws IOException {
    var platform = system.store().get("platforms/" + expected.to()).text("digest");
    var modules = environment.upgrade().modules();

    for (var module : modules) {
      if (module.path("state").asText().equals("prepared")) {
        var metadata = environment.metadata(module.path("artifact").asText());
        assertThat(metadata.path("platformVersion").asText()).isEqualTo(expected.to());
        assertThat(metadata.path("platformDigest").asText()).isEqualTo(platform);
        assertThat(metadata.path("module").asText()).isEqualTo(module.path("name").asText());
        assertThat(module.path("preparedVersion").asText()).isEqualTo(expected.to());
      }
    }
    assertThat(modules).hasSize(expected.total());
  }

  @Test
  @Order(6)
  @DisplayName("B16: the workers compile a module after all its producers, for every edge")
  void compilesEveryModuleAfterItsProducers() throws IOException {
    var compiles = Compiles.read(system, environment.blueprint().producers().keySet());
    int edges = 0;
    var graph = new ProducerGraph(SampleFolder.locate().modules());
    for (var consumer : environment.blueprint().modules()) {
      for (var producer : environment.blueprint().producersOf(consumer)) {
        if (compiles.has(consumer) && !graph.producersOf(producer).contains(consumer)) {
          assertThat(compiles.started(consumer))
              .as("%s consumes %s", consumer, producer)
              .isAfterOrEqualTo(compiles.ended(producer));
          edges++;
        }
      }
    }
    assertThat(edges).isGreaterThan(expected.prepared());
    assertThat(compiles.modules()).hasSize(expected.prepared() + expected.failed().size());
  }

  @Test
  @Order(7)
  @DisplayName("B34, B38, B40: errors, explanations and warnings say what is documented")
  void explainsFailuresSkipsAndWarnings() {
    var cli = system.cli();
    var errors = cli.succeed("errors", "--env", ENVIRONMENT, "-o", "json").json();
    var failed = new TreeSet<String>();
    errors.forEach(error -> failed.add(error.path("module").asText()));
    assertThat(failed).isEqualTo(new TreeSet<>(expected.failed()));

    var name = "CheckoutConnector";
    var module = cli.succeed("explain", name, "--env", ENVIRONMENT, "-o", "json").json();
    assertThat(Outcome.texts(module.path("failedProducers")))
        .isEqualTo(new TreeSet<>(expected.skipped().getOrDefault(name, List.of())));
    for (var path : module.path("paths")) {
      assertThat(path.path("path").path(0).asText()).isEqualTo(name);
      assertThat(expected.failed()).contains(path.path("failedProducer").asText());
    }
    assertThat(module.path("paths")).hasSize(2);

    var warned = new TreeSet<String>();
    for (var listed : cli.succeed("modules", "--env", ENVIRONMENT, "-o", "json").json()) {
      if (listed.path("warnings").asInt() > 0 && listed.path("state").asText().equals("prepared")) {
        warned.add(listed.path("name").asText());
      }
    }
    assertThat(warned).isEqualTo(new TreeSet<>(expected.warnings()));
  }

  @Test
  @Order(8)
  @DisplayName("B47: the cursor gives every change once, and the same when it is read again")
  void givesEveryChangeOnce() {
    var first = environment.changes(7);
    var second = environment.changes(100);

    assertThat(first).isEqualTo(second);
    var settled = new ArrayList<String>();
    long last = 0;
    for (var change : first) {
      assertThat(change.path("sequence").asLong()).isGreaterThan(last);
      last = change.path("sequence").asLong();
      if (Set.of("prepared", "failed", "skipped").contains(change.path("state").asText())) {
        settled.add(change.path("module").asText());
      }
    }
    assertThat(settled).doesNotHaveDuplicates().hasSize(expected.total());
  }

  @Test
  @Order(9)
  @DisplayName(
      "B6, B33: a second upgrade to a platform that looks the same compiles what had failed only")
  void showsTheRightVersionsOfTwoUpgradesInARow(@TempDir Path folder) throws IOException {
    var cli = system.cli();
    var next = environment.copyOfPlatform("11.9.1", folder.resolve("11.9.1"));
    var changed = next.resolve("src/platform/text/MoneyFormat.java");
    Files.writeString(changed, Files.readString(changed).replace("1 : 100", "1 : 10 * 10"));
    var compiles = new CompileCounter(system);
    cli.succeed("platform", "push", next.toString());

    var upgraded =
        cli.run("upgrade", "--env", ENVIRONMENT, "--to", "11.9.1", "--yes", "-o", "json");

    assertThat(upgraded.exitCode()).as("%s", upgraded).isEqualTo(3);
    assertThat(compiles.rise()).isEqualTo(expected.failed().size());
    var history = cli.succeed("history", "--env", ENVIRONMENT, "-o", "json").json();
    assertThat(history).hasSize(2);
    assertRun(history.path(0), expected.to(), "11.9.1");
    assertRun(history.path(1), expected.from(), expected.to());
    assertThat(system.cli().run("upgrade", "--env", ENVIRONMENT, "--to", "11.9.1", "--yes"))
        .satisfies(again -> assertThat(again.exitCode()).isEqualTo(1))
        .satisfies(again -> assertThat(again.err()).contains("11.9.1"));
  }

  private void assertRun(JsonNode run, String from, String to) {
    assertThat(run.path("from").asText()).isEqualTo(from);
    assertThat(run.path("to").asText()).isEqualTo(to);
    assertThat(run.path("state").asText()).isEqualTo("ready-with-errors");
    assertThat(run.path("prepared").asInt()).isEqualTo(expected.prepared());
    assertThat(run.path("failed").asInt()).isEqualTo(expected.failed().size());
    assertThat(run.path("skipped").asInt()).isEqualTo(expected.skipped().size());
    assertThat(run.path("startedAt").asText()).isLessThan(run.path("endedAt").asText());
  }
}
