package io.flexibleupgrades.systemtests.running;

import io.flexibleupgrades.embedded.Folders;
import io.flexibleupgrades.embedded.Installation;
import io.flexibleupgrades.embedded.process.SupervisedProcess;
import io.flexibleupgrades.embedded.system.EmbeddedSystem;
import io.flexibleupgrades.embedded.system.Lines;
import io.flexibleupgrades.embedded.system.SystemSettings;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** The whole product in processes of its own, with both sample platforms pushed. */
public final class RunningSystem implements AutoCloseable {
  public static final String OLD_PLATFORM = "11.8.0";
  public static final String NEW_PLATFORM = "11.9.0";

  private static final Duration READY = Duration.ofMinutes(1);
  private static final Duration LOOK_EVERY = Duration.ofMillis(40);

  private final SystemSettings settings;
  private final HttpClient client = HttpClient.newHttpClient();
  private EmbeddedSystem embedded;

  private RunningSystem(SystemSettings settings) throws IOException {
    this.settings = settings;
    this.embedded = EmbeddedSystem.start(settings);
  }

  /**
   * Starts a system on an empty folder below {@code target/systems}.
   *
   * @param environment variables per process name; the name "worker" means all of them
   */
  public static RunningSystem start(
      String name, int workers, Map<String, Map<String, String>> environment) {
    return start(name, workers, environment, Lines.DIRECT);
  }

  /** Starts a system whose processes reach each other over these lines. */
  public static RunningSystem start(
      String name, int workers, Map<String, Map<String, String>> environment, Lines lines) {
    try {
      var folder = Path.of("target", "systems", name).toAbsolutePath();
      Folders.delete(folder);
      var settings =
          SystemSettings.keeping(
                  Installation.fromSystemProperty(),
                  folder,
                  line -> System.out.println("[" + name + "] " + line))
              .withWorkers(workers)
              .withSlots(2)
              .withEnvironment(environment)
              .withLines(lines);
      var system = new RunningSystem(settings);
      for (var version : List.of(OLD_PLATFORM, NEW_PLATFORM)) {
        system.cli().succeed("platform", "push", system.samples("platforms", version).toString());
      }
      return system;
    } catch (IOException e) {
      throw new IllegalStateException("The product cannot be started.", e);
    }
  }

  /** Stops everything and starts it again on the same folder. */
  public void restart() throws IOException {
    embedded.close();
    embedded = EmbeddedSystem.start(settings);
  }

  /** Stops everything, deletes all that was kept, and starts again. */
  public void startEmpty() throws IOException {
    embedded.close();
    Folders.delete(settings.stateFolder());
    embedded = EmbeddedSystem.start(settings);
  }

  /** Returns a folder of the samples. */
  public Path samples(String first, String... more) {
    return settings.installation().home().resolve("samples").resolve(Path.of(first, more));
  }

  /** Returns the folder that holds what the services keep. */
  public Path stateFolder() {
    return settings.stateFolder();
  }

  /** Returns the folder of the launcher. */
  public Path home() {
    return settings.installation().home();
  }

  public Path dataFolder() {
    return settings.dataFolder();
  }

  public Cli cli() {
    return new Cli(settings.installation(), settings.dataFolder());
  }

  public Service serviceCenter() {
    return new Service(client, embedded.endpoints().serviceCenter());
  }

  public Service orchestrator() {
    return new Service(client, embedded.endpoints().orchestrator());
  }

  public Service store() {
    return new Service(client, embedded.endpoints().store());
  }

  public String bootstrapServers() {
    return embedded.bootstrapServers();
  }

  /** Returns a connection to a service's database. */
  public Connection database(String name) throws SQLException {
    return DriverManager.getConnection(embedded.jdbcUrl(name), name, embedded.databasePassword());
  }

  public SupervisedProcess process(String name) {
    return embedded.process(name);
  }

  public List<String> processes() {
    return embedded.processes();
  }

  public List<String> workers() {
    return embedded.workers();
  }

  /** Adds so many workers and returns when they are ready. */
  public void addWorkers(int count) throws InterruptedException {
    for (int i = 0; i < count; i++) {
      embedded.addWorker();
    }
    awaitReady();
  }

  /** Adds a worker out of another installation, and returns its name when it is ready. */
  public String addWorker(Path installation) throws InterruptedException {
    var name = embedded.addWorker(new Installation(installation));
    awaitReady();
    return name;
  }

  /** Asks a worker to end and returns when it has. */
  public void stopWorker(String name) throws InterruptedException {
    embedded.stopWorker(name);
  }

  /** Returns when every process is ready, after some were killed. */
  public void awaitReady() throws InterruptedException {
    for (var name : embedded.processes()) {
      embedded.process(name).awaitReady(READY);
    }
  }

  /** Returns when the Service Center shows an environment, which it learns of from the journal. */
  public void awaitShown(String environment) {
    var giveUp = System.nanoTime() + READY.toNanos();
    while (serviceCenter().get("environments/" + environment + "/status").status() != 200) {
      if (System.nanoTime() > giveUp) {
        throw new AssertionError("The Service Center does not show " + environment);
      }
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
  }

  @Override
  public void close() {
    try {
      embedded.close();
      client.close();
    } catch (IOException e) {
      throw new IllegalStateException("The product cannot be stopped.", e);
    }
  }
}
