package io.flexibleupgrades.embedded.test;

import io.flexibleupgrades.embedded.Folders;
import io.flexibleupgrades.embedded.Installation;
import io.flexibleupgrades.embedded.kafka.KafkaBroker;
import io.flexibleupgrades.embedded.postgres.PostgresServer;
import io.flexibleupgrades.embedded.process.ServiceProcess;
import io.flexibleupgrades.embedded.process.Supervisor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/**
 * One Kafka broker and one PostgreSQL server per JVM, each started when it is first asked for and
 * ended with the JVM. Their data is in {@code target/test-stack} and is new in each JVM.
 *
 * <p>Their addresses are kept in system properties: test classes and test resources can be loaded
 * by different class loaders and must still share them.
 */
public final class TestStack {

  private static final String BOOTSTRAP_SERVERS = "flexup.test.stack.bootstrap-servers";
  private static final String POSTGRES_PORT = "flexup.test.stack.postgres-port";
  private static final Path STACKS = Path.of("target", "test-stack").toAbsolutePath();
  private static final Duration START_LIMIT = Duration.ofSeconds(90);

  private TestStack() {}

  /** Returns the broker's address; starts it when there is none. */
  public static String bootstrapServers() {
    synchronized (Runtime.getRuntime()) {
      var known = System.getProperty(BOOTSTRAP_SERVERS);
      if (known != null) {
        return known;
      }
      var port = freePort();
      var folder = folder("kafka");
      startKafka(folder, port);
      var started = "127.0.0.1:" + port;
      System.setProperty(BOOTSTRAP_SERVERS, started);
      return started;
    }
  }

  /** Makes a database and the role of the same name that owns it, each unless it exists. */
  public static void createDatabase(String name) {
    try {
      postgres().createDatabase(name);
    } catch (SQLException e) {
      throw new IllegalStateException("Cannot create the database " + name, e);
    }
  }

  /** Returns the JDBC address of a database; its user is named like it. */
  public static String jdbcUrl(String database) {
    return postgres().jdbcUrl(database);
  }

  /** Returns the password of every database's user. */
  public static String password() {
    return postgres().password();
  }

  private static PostgresServer postgres() {
    synchronized (Runtime.getRuntime()) {
      var known = System.getProperty(POSTGRES_PORT);
      if (known != null) {
        return prepared(Integer.parseInt(known));
      }
      var port = freePort();
      var server = prepared(port);
      start(folder("postgres"), server.process());
      System.setProperty(POSTGRES_PORT, Integer.toString(port));
      return server;
    }
  }

  private static void startKafka(Path folder, int port) {
    start(folder, KafkaBroker.process(installation(), folder.resolve("state"), port));
  }

  private static PostgresServer prepared(int port) {
    var cache = installation().home().resolve("embedded/target/cache");
    try {
      return PostgresServer.prepare(
          installation(),
          cache,
          folder("postgres").resolve("state"),
          port,
          Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off"));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot prepare PostgreSQL", e);
    }
  }

  private static void start(Path folder, ServiceProcess service) {
    try {
      deleteWhatEndedRunsLeft();
      var supervisor = Supervisor.open(folder, line -> {});
      supervisor.start(service).awaitReady(START_LIMIT);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot start " + service.title(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while starting " + service.title(), e);
    }
  }

  private static void deleteWhatEndedRunsLeft() throws IOException {
    if (!Files.isDirectory(STACKS)) {
      return;
    }
    try (var folders = Files.list(STACKS)) {
      for (var folder : folders.toList()) {
        if (ProcessHandle.of(Long.parseLong(folder.getFileName().toString())).isEmpty()) {
          Folders.delete(folder);
        }
      }
    }
  }

  private static Installation installation() {
    return Installation.fromSystemProperty();
  }

  private static Path folder(String part) {
    return STACKS.resolve("" + ProcessHandle.current().pid()).resolve(part);
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("No free port", e);
    }
  }
}
