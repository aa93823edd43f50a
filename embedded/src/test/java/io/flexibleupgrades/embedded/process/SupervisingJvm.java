package io.flexibleupgrades.embedded.process;

import io.flexibleupgrades.embedded.Installation;
import io.flexibleupgrades.embedded.kafka.KafkaBroker;
import io.flexibleupgrades.embedded.postgres.PostgresServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** A JVM that supervises, so that a test can kill the supervisor. */
public final class SupervisingJvm {

  private static final Duration SOON = Duration.ofSeconds(60);

  private SupervisingJvm() {}

  /** Returns the JVM when the command, or {@code stack}, runs under it and is ready. */
  public static Process start(Path folder, String... command) throws Exception {
    var arguments =
        Stream.concat(
                Stream.of(
                    Installation.fromSystemProperty().java(),
                    "-Xmx64m",
                    "-XX:+UseSerialGC",
                    "-Dflexup.home=" + System.getProperty("flexup.home"),
                    "-cp",
                    System.getProperty("java.class.path", ""),
                    SupervisingJvm.class.getName(),
                    folder.toString()),
                Stream.of(command))
            .toList();
    var jvm = new ProcessBuilder(arguments).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    var line = jvm.inputReader().readLine();
    if (!Objects.equals(line, "ready")) {
      throw new AssertionError("The supervising JVM said: " + line);
    }
    return jvm;
  }

  /** Returns the one child of a JVM. */
  static ProcessHandle childOf(Process jvm) {
    return jvm.children().findFirst().orElseThrow();
  }

  /**
   * Supervises until it is ended.
   *
   * @param args data folder, then a command or {@code stack} for a broker and a PostgreSQL server
   */
  public static void main(String[] args) throws Exception {
    var folder = Path.of(args[0]);
    var supervisor = Supervisor.open(folder, System.err::println);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(supervisor)));
    var command = Arrays.asList(args).subList(1, args.length);
    var services = command.equals(List.of("stack")) ? stack(folder) : List.of(plain(command));
    services.forEach(supervisor::start);
    supervisor.awaitReady(SOON);
    System.out.println("ready");
    Thread.sleep(Duration.ofMinutes(5));
  }

  private static ServiceProcess plain(List<String> command) {
    return ServiceProcess.of("plain", "plain command", command, new Readiness.Running());
  }

  private static List<ServiceProcess> stack(Path folder) throws Exception {
    var installation = Installation.fromSystemProperty();
    var cache = installation.home().resolve("embedded/target/cache");
    var postgres =
        PostgresServer.prepare(
            installation, cache, folder.resolve("postgres"), FreePort.next(), Map.of());
    return List.of(
        postgres.process(),
        KafkaBroker.process(installation, folder.resolve("kafka"), FreePort.next()));
  }

  private static void close(Supervisor supervisor) {
    try {
      supervisor.close();
    } catch (IOException e) {
      System.err.println("Cannot stop: " + e);
    }
  }
}
