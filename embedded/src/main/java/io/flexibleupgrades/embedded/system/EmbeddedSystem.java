package io.flexibleupgrades.embedded.system;

import io.flexibleupgrades.embedded.Folders;
import io.flexibleupgrades.embedded.Installation;
import io.flexibleupgrades.embedded.kafka.KafkaBroker;
import io.flexibleupgrades.embedded.postgres.PostgresServer;
import io.flexibleupgrades.embedded.process.SupervisedProcess;
import io.flexibleupgrades.embedded.process.Supervisor;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The whole product on this machine: PostgreSQL, a Kafka broker and the services, each in a process
 * of its own that is started again when it ends by itself. All of them end with this JVM.
 */
public final class EmbeddedSystem implements AutoCloseable {

  /** How long the whole product may take to become ready. */
  private static final Duration START_LIMIT = Duration.ofMinutes(3);

  private final SystemSettings settings;
  private final Supervisor supervisor;
  private final PortChoice portChoice;
  private final Ports ports;
  private final Endpoints endpoints;
  private final Connections connections;
  private final PostgresServer postgres;
  private final List<String> workers = new ArrayList<>();
  private final AtomicInteger workersNamed = new AtomicInteger();
  private final AtomicBoolean closed = new AtomicBoolean();

  private EmbeddedSystem(SystemSettings settings, Supervisor supervisor, PortChoice portChoice)
      throws IOException {
    this.settings = settings;
    this.supervisor = supervisor;
    this.portChoice = portChoice;
    this.ports = Ports.choose(portChoice);
    this.endpoints = Endpoints.of(ports);
    this.connections = new Connections(settings.lines(), ports, portChoice, clients(settings));
    Endpoints.remove(settings.dataFolder());
    if (settings.emptyState()) {
      Folders.delete(settings.stateFolder());
    }
    Folders.createPrivate(settings.stateFolder());
    supervisor.start(
        KafkaBroker.process(
            settings.installation(),
            settings.stateFolder().resolve("kafka"),
            ports.kafka(),
            connections.brokerListeners()));
    for (int i = 0; i < settings.workers(); i++) {
      addWorker();
    }
    this.postgres =
        PostgresServer.prepare(
            settings.installation(),
            settings.dataFolder().resolve("cache"),
            settings.stateFolder().resolve("postgres"),
            ports.postgres(),
            Map.of());
  }

  /** Starts everything and returns when all of it is ready. */
  public static EmbeddedSystem start(SystemSettings settings) throws IOException {
    ServiceProcesses.FOLDERS.forEach(settings.installation()::serviceJar);
    Folders.createPrivate(settings.dataFolder());
    var supervisor = Supervisor.open(settings.dataFolder(), settings.progress());
    var portChoice = new PortChoice();
    try {
      var system = new EmbeddedSystem(settings, supervisor, portChoice);
      system.startServices();
      return system;
    } catch (InterruptedException e) {
      supervisor.close();
      portChoice.close();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the product was being started", e);
    } catch (IOException | RuntimeException e) {
      supervisor.close();
      portChoice.close();
      throw e;
    }
  }

  private void startServices() throws IOException, InterruptedException {
    supervisor.start(postgres.process()).awaitReady(START_LIMIT);
    try {
      for (var database : ServiceProcesses.DATABASES) {
        postgres.createDatabase(database);
      }
    } catch (SQLException e) {
      throw new IOException("The databases cannot be made: " + e.getMessage(), e);
    }
    var services = new ServiceProcesses(settings, ports, connections, postgres);
    Stream.of(services.orchestrator(), services.serviceCenter(), services.store())
        .forEach(supervisor::start);
    supervisor.awaitReady(START_LIMIT);
    endpoints.write(settings.dataFolder());
  }

  private static List<String> clients(SystemSettings settings) {
    var clients = new ArrayList<String>();
    clients.add(ServiceProcesses.ORCHESTRATOR);
    clients.add(ServiceProcesses.SERVICE_CENTER);
    IntStream.rangeClosed(1, settings.workers())
        .mapToObj(EmbeddedSystem::workerName)
        .forEach(clients::add);
    return clients;
  }

  private static String workerName(int number) {
    return "worker-" + number;
  }

  /** Returns where the product is reached. */
  public Endpoints endpoints() {
    return endpoints;
  }

  /** Returns the Kafka broker's address. */
  public String bootstrapServers() {
    return "127.0.0.1:" + ports.kafka();
  }

  /** Returns the JDBC address of a database; its user is named like it. */
  public String jdbcUrl(String database) {
    return postgres.jdbcUrl(database);
  }

  /** Returns the password of every database's user. */
  public String databasePassword() {
    return postgres.password();
  }

  /**
   * Returns a process: {@code postgres}, {@code kafka}, {@code artifact-store}, {@code
   * upgrade-orchestrator}, {@code servicecenter-api} or {@code worker-1} and so on.
   */
  public SupervisedProcess process(String name) {
    return supervisor.process(name);
  }

  /** Returns the names of all processes in the order of their start. */
  public List<String> processes() {
    return supervisor.names();
  }

  /** Returns the names of the workers in the order of their start. */
  public List<String> workers() {
    synchronized (workers) {
      return List.copyOf(workers);
    }
  }

  /** Starts one more worker and returns its name; does not wait for its readiness. */
  public String addWorker() {
    return addWorker(settings.installation());
  }

  /** Starts one more worker out of another installation, as {@link #addWorker()} does. */
  public String addWorker(Installation installation) {
    var name = workerName(workersNamed.incrementAndGet());
    var port = portChoice.from(Ports.FIRST_OTHER);
    var from = settings.withInstallation(installation);
    synchronized (workers) {
      supervisor.start(ServiceProcesses.worker(from, connections, name, port));
      workers.add(name);
    }
    return name;
  }

  /** Asks a worker to end (SIGTERM), and returns when it has finished what it was doing. */
  public void stopWorker(String name) throws InterruptedException {
    supervisor.stop(name);
    synchronized (workers) {
      workers.remove(name);
    }
  }

  /** Ends the workers, then the services, then PostgreSQL and the broker. */
  @Override
  public void close() throws IOException {
    if (closed.compareAndSet(false, true)) {
      Endpoints.remove(settings.dataFolder());
      supervisor.close(workers());
      portChoice.close();
    }
  }
}
