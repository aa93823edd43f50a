package io.flexibleupgrades.systemtests.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flexibleupgrades.systemtests.factory.Blueprint;
import io.flexibleupgrades.systemtests.running.RunningSystem;
import io.flexibleupgrades.systemtests.running.Upgrade;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;

/** The environment that the sample factory is imported into, as the services show it. */
final class SampleEnvironment {
  static final String NAME = "sample";

  private final RunningSystem system;
  private final SampleFolder samples = SampleFolder.locate();
  private final ExpectedUpgrade expected = samples.expected();

  SampleEnvironment(RunningSystem system) {
    this.system = system;
  }

  Upgrade upgrade() {
    var status = system.serviceCenter().get("environments/sample/status").json();
    return new Upgrade(system, NAME, status.path("upgradeId").asText());
  }

  Blueprint blueprint() {
    var producers = new TreeMap<String, Set<String>>();
    samples
        .modules()
        .forEach((name, module) -> producers.put(name, Set.copyOf(module.producers())));
    return Blueprint.of(producers, Set.copyOf(expected.failed()));
  }

  /** What runs of each module: version, digest, deploy time. */
  Map<String, String> running() {
    var running = new TreeMap<String, String>();
    for (var module : system.serviceCenter().items("environments/sample/modules?limit=500")) {
      running.put(
          module.path("name").asText(),
          "%s %s %s"
              .formatted(
                  module.path("runningVersion").asText(),
                  module.path("runningDigest").asText(),
                  module.path("deployedAt").asText()));
    }
    return running;
  }

  /** Returns what runs as soon as the Service Center shows the whole import. */
  Map<String, String> awaitImported() throws InterruptedException {
    while (running().size() < expected.total() || running().toString().contains("null")) {
      Thread.sleep(50);
    }
    return running();
  }

  List<JsonNode> changes(int limit) {
    var changes = new ArrayList<JsonNode>();
    var after = "0";
    while (true) {
      var path = "environments/sample/changes?after=%s&limit=%d".formatted(after, limit);
      var page = system.serviceCenter().get(path).succeeded().json();
      assertThat(page.path("asOf").path("sequence").asLong()).isPositive();
      if (page.path("items").isEmpty()) {
        return changes;
      }
      page.path("items").forEach(changes::add);
      after = page.path("next").asText();
    }
  }

  JsonNode metadata(String artifact) throws IOException {
    var jar = system.store().download("blobs/sha256/" + artifact);
    try (var zip = new ZipInputStream(new ByteArrayInputStream(jar))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals("META-INF/flexup/artifact.json")) {
          return new ObjectMapper().readTree(zip.readAllBytes());
        }
      }
    }
    throw new AssertionError("The artifact " + artifact + " does not say how it was made.");
  }

  Path copyOfPlatform(String version, Path folder) throws IOException {
    var from = system.samples("platforms", expected.to());
    try (var files = Files.walk(from)) {
      for (var file : files.toList()) {
        var copy = folder.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
    var manifest = folder.resolve("platform.yaml");
    Files.writeString(manifest, Files.readString(manifest).replace(expected.to(), version));
    return folder;
  }
}
