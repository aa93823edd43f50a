package io.flexibleupgrades.benchmarks.compare;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Programs of this machine, run with the JDK that runs this. */
final class Program {
  private static final Path JDK = Path.of(System.getProperty("java.home"));

  private Program() {}

  /** Returns a program of the JDK. */
  static String ofJdk(String name) {
    return JDK.resolve("bin").resolve(name).toString();
  }

  static boolean isInstalled(String name) {
    for (var folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
      if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, name))) {
        return true;
      }
    }
    return false;
  }

  /** Returns the first line that a program prints. */
  static String firstLine(String... command) throws IOException, InterruptedException {
    var process = builder(List.of(command), Map.of()).redirectErrorStream(true).start();
    try (var lines = process.inputReader()) {
      var line = lines.lines().findFirst().orElse("");
      lines.transferTo(Writer.nullWriter());
      process.waitFor();
      return line.replaceAll("\u001b\\[[0-9;]*m", "").strip();
    }
  }

  /**
   * Runs a program to its end, which may be a failure: what counts is what it compiled.
   *
   * @param log receives what it prints
   * @return how long it took
   */
  static Duration run(List<String> command, Map<String, String> environment, Path folder, Path log)
      throws IOException, InterruptedException {
    var builder = builder(command, environment).directory(folder.toFile());
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    long started = System.nanoTime();
    builder.start().waitFor();
    return Duration.ofNanos(System.nanoTime() - started);
  }

  static ProcessBuilder builder(List<String> command, Map<String, String> environment) {
    var builder = new ProcessBuilder(command);
    builder.environment().put("JAVA_HOME", JDK.toString());
    builder.environment().putAll(environment);
    return builder;
  }
}
