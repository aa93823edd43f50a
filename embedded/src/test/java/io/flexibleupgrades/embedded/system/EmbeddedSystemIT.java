package io.flexibleupgrades.embedded.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.flexibleupgrades.embedded.Installation;
import io.flexibleupgrades.embedded.process.DataFolderInUseException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedSystemIT {

  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir Path folder;
  private final List<String> progress = new CopyOnWriteArrayList<>();

  @BeforeEach
  void installServicesThatOnlyAnswer() throws Exception {
    var target = Files.createDirectories(folder.resolve("home/embedded")).resolve("target");
    Files.createSymbolicLink(
        target, Installation.fromSystemProperty().home().resolve("embedded/target"));
    for (var service : ServiceProcesses.FOLDERS) {
      var app = folder.resolve("home").resolve(service).resolve("target/quarkus-app");
      writeJar(Files.createDirectories(app).resolve("quarkus-run.jar"));
    }
  }

  @Test
  void startsEverythingTellsEachPartWhereTheOthersAreAndLeavesNothingBehind() throws Exception {
    var settings = settings().withEnvironment(Map.of("worker", Map.of("EXTRA", "every worker")));
    List<Long> pids;
    try (var system = EmbeddedSystem.start(settings)) {
      pids = system.processes().stream().map(name -> system.process(name).pid()).toList();
      assertThat(Endpoints.read(settings.dataFolder())).contains(system.endpoints());

      var center = environment(system.endpoints().serviceCenter());
      assertThat(center)
          .containsEntry("FLEXUP_ORCHESTRATOR_URL", system.endpoints().orchestrator().toString())
          .containsEntry("FLEXUP_STORE_URL", system.endpoints().store().toString())
          .containsEntry("KAFKA_BOOTSTRAP_SERVERS", system.bootstrapServers());
      for (var service : List.of(system.endpoints().orchestrator(), system.endpoints().store())) {
        assertThat(canOpenItsDatabase(environment(service))).isTrue();
      }
      assertThatThrownBy(() -> EmbeddedSystem.start(settings))
          .isInstanceOf(DataFolderInUseException.class);

      var added = system.addWorker();
      system.process(added).awaitReady(SOON);
      assertThat(system.workers()).containsExactly("worker-1", "worker-2");
      system.stopWorker("worker-1");
      assertThat(system.workers()).containsExactly("worker-2");

      system.process(ServiceProcesses.ORCHESTRATOR).kill();
      system.process(ServiceProcesses.ORCHESTRATOR).awaitReady(SOON);
      assertThat(environment(system.endpoints().orchestrator())).isNotEmpty();
    }

    assertThat(Endpoints.read(settings.dataFolder())).isEmpty();
    assertThat(pids).hasSize(6).noneMatch(pid -> ProcessHandle.of(pid).isPresent());
    assertThat(progress).anyMatch(line -> line.startsWith("Service Center is ready ("));
  }

  @Test
  void takesAnotherPortWhenTheUsualOneIsTakenAndStartsEmptyWhenAsked() throws Exception {
    var settings = settings().withWorkers(0).startingEmpty("demo");
    var old = Files.createDirectories(settings.stateFolder()).resolve("old");
    Files.writeString(old, "of the demo before");

    try (var other = PortInUse.take(7800);
        var system = EmbeddedSystem.start(settings)) {
      assertThat(other.isTaken()).isTrue();
      assertThat(system.endpoints().serviceCenter().getPort()).isNotEqualTo(7800);
      assertThat(environment(system.endpoints().serviceCenter())).isNotEmpty();
    }

    assertThat(old).doesNotExist();
  }

  private SystemSettings settings() {
    return SystemSettings.keeping(
        new Installation(folder.resolve("home")), folder.resolve("data"), progress::add);
  }

  private static boolean canOpenItsDatabase(Properties environment) throws Exception {
    try (var connection =
        DriverManager.getConnection(
            environment.getProperty("QUARKUS_DATASOURCE_JDBC_URL"),
            environment.getProperty("QUARKUS_DATASOURCE_USERNAME"),
            environment.getProperty("QUARKUS_DATASOURCE_PASSWORD"))) {
      return connection.isValid(5);
    }
  }

  private static Properties environment(URI service) throws IOException {
    var properties = new Properties();
    try (var answer = service.resolve("/environment").toURL().openStream()) {
      properties.load(answer);
    }
    return properties;
  }

  private static void writeJar(Path jar) throws IOException {
    var manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, AnsweringService.class.getName());
    var entry = AnsweringService.class.getName().replace('.', '/') + ".class";
    try (OutputStream file = Files.newOutputStream(jar);
        var out = new JarOutputStream(file, manifest);
        var bytes = AnsweringService.class.getResourceAsStream("AnsweringService.class")) {
      out.putNextEntry(new ZipEntry(entry));
      out.write(bytes == null ? new byte[0] : bytes.readAllBytes());
      out.closeEntry();
    }
  }
}
