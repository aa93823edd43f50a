package io.flexibleupgrades.store.process;

import static io.flexibleupgrades.store.http.StoreClient.blob;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.store.http.StoreClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** An artifact store as it is delivered: the packaged service in a process of its own. */
final class StoreProcess implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private final Process process;
  private final Path log;
  private final URI address;
  private final StoreClient client;
  private final Duration startTime;

  private StoreProcess(Process process, Path log, URI address) throws InterruptedException {
    this.process = process;
    this.log = log;
    this.address = address;
    this.client = new StoreClient(address);
    this.startTime = awaitAnswer();
  }

  /** Starts a store on this folder and waits until it answers. */
  static StoreProcess start(Path folder, String... settings) {
    return start(folder, Map.of(), settings);
  }

  /** Starts a store with these variables, and these settings as {@code name=value}. */
  static StoreProcess start(Path folder, Map<String, String> variables, String... settings) {
    try {
      int port = freePort();
      var log = Files.createTempFile(Path.of("target"), "store-process", ".log").toAbsolutePath();
      var command =
          new ArrayList<>(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx128m",
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "-Dquarkus.http.port=" + port,
                  "-Dflexup.store.folder=" + folder));
      for (var setting : settings) {
        command.add("-D" + setting);
      }
      command.add("-jar");
      command.add(
          Path.of(
                  System.getProperty("flexup.home"),
                  "artifact-store/target/quarkus-app/quarkus-run.jar")
              .toString());
      var builder = new ProcessBuilder(command);
      builder.environment().putAll(variables);
      builder.redirectErrorStream(true).redirectOutput(log.toFile());
      return new StoreProcess(builder.start(), log, URI.create("http://127.0.0.1:" + port));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  StoreClient client() {
    return client;
  }

  int port() {
    return address.getPort();
  }

  /** Returns how long it took until the store answered. */
  Duration startTime() {
    return startTime;
  }

  int put(byte[] bundle) {
    return client.put(blob(Digest.of(bundle)), StoreClient.ZIP, bundle).statusCode();
  }

  int head(Digest digest) {
    return client.send("HEAD", blob(digest), BodyPublishers.noBody()).statusCode();
  }

  /** Ends the process as a power cut does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      process.destroy();
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private Duration awaitAnswer() throws InterruptedException {
    long start = System.nanoTime();
    while (!answers()) {
      if (System.nanoTime() - start > START_LIMIT.toNanos() || !process.isAlive()) {
        process.destroyForcibly();
        throw new AssertionError("The store does not start:\n" + log());
      }
      Thread.sleep(20);
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  private boolean answers() {
    try {
      return client.get("/q/health/live").statusCode() == 200;
    } catch (AssertionError _) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
