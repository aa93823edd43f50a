package io.flexibleupgrades.orchestrator.whole;

import io.flexibleupgrades.embedded.test.TestStack;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An orchestrator as it is delivered: the packaged service in a process of its own. */
final class OrchestratorProcess implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final ProcessBuilder builder;
  private final Path log;
  private final URI address;
  private volatile Process process;

  private OrchestratorProcess(ProcessBuilder builder, Path log, URI address) throws IOException {
    this.builder = builder;
    this.log = log;
    this.address = address;
    process = builder.start();
  }

  /**
   * Starts an orchestrator on a database of the test stack; does not wait for it.
   *
   * @param name of its log in the folder
   * @param database also the name of its consumer group, so that it shares no outcomes with others
   */
  static OrchestratorProcess start(
      String name, Path folder, String database, String store, Map<String, String> settings)
      throws IOException {
    TestStack.createDatabase(database);
    var log = folder.resolve(name + ".log");
    int port = freePort();
    var builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                Path.of(
                        System.getProperty("flexup.home"),
                        "upgrade-orchestrator/target/quarkus-app/quarkus-run.jar")
                    .toString()));
    var environment = new HashMap<String, String>();
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    environment.put("KAFKA_BOOTSTRAP_SERVERS", TestStack.bootstrapServers());
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", TestStack.jdbcUrl(database));
    environment.put("QUARKUS_DATASOURCE_USERNAME", database);
    environment.put("QUARKUS_DATASOURCE_PASSWORD", TestStack.password());
    environment.put("MP_MESSAGING_INCOMING_PREPARE_OUTCOMES_GROUP_ID", database);
    environment.put("FLEXUP_STORE_URL", store);
    environment.put("FLEXUP_DEPLOYMENT_FOLDER", folder.resolve("deployments").toString());
    environment.putAll(settings);
    builder.environment().putAll(environment);
    builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    return new OrchestratorProcess(builder, log, URI.create("http://127.0.0.1:" + port));
  }

  URI address() {
    return address;
  }

  String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new IllegalStateException("Cannot read the orchestrator's log", e);
    }
  }

  /** Waits until it is ready to serve. */
  void awaitReady() throws InterruptedException {
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    while (!isReady()) {
      if (System.nanoTime() > deadline || !process.isAlive()) {
        throw new AssertionError("The orchestrator is not ready:\n" + log());
      }
      Thread.sleep(50);
    }
  }

  /** Ends it in the middle of whatever it does, and starts it again. */
  void killAndRestart() throws IOException, InterruptedException {
    kill();
    process = builder.start();
  }

  /** Ends it in the middle of whatever it does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Sends it a signal: STOP or CONT. */
  void signal(String name) throws IOException, InterruptedException {
    BrokerProcess.signal(name, process.pid());
  }

  private boolean isReady() throws InterruptedException {
    try {
      var request =
          HttpRequest.newBuilder(address.resolve("/q/health/ready"))
              .timeout(Duration.ofSeconds(5))
              .build();
      return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
