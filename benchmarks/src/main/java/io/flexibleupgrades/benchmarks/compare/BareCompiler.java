package io.flexibleupgrades.benchmarks.compare;

import io.flexibleupgrades.benchmarks.engine.BareEngine;
import io.flexibleupgrades.benchmarks.factory.GeneratedFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A JVM that compiles the factory five times and does nothing else. */
public record BareCompiler(GeneratedFactory factory) implements Contestant {
  /** The round that counts as warm, here and in the whole system. */
  public static final int WARM_ROUND = 5;

  @Override
  public String name() {
    return "bare";
  }

  @Override
  public String version() {
    return "java " + Runtime.version();
  }

  @Override
  public List<Run> run(Path folder, int round) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    // The heap and the collector of a worker's compile daemon.
    command.addAll(List.of(Program.ofJdk("java"), "-Xmx512m", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path", "")));
    command.add(BareEngine.class.getName());
    command.addAll(BareEngine.arguments(factory, folder, WARM_ROUND, 2));
    var builder = Program.builder(command, Map.of()).redirectError(ProcessBuilder.Redirect.INHERIT);
    var runs = new ArrayList<Run>();
    long started = System.nanoTime();
    var process = builder.start();
    try (var lines = process.inputReader()) {
      for (int inside = 1; inside <= WARM_ROUND; inside++) {
        var line = lines.readLine();
        if (line == null) {
          throw new IllegalStateException("The bare compiler ended with " + process.waitFor());
        }
        var wall = Duration.ofNanos(System.nanoTime() - started);
        if (inside == 1) {
          runs.add(new Run(Measured.BARE_FRESH, round, wall, Integer.parseInt(line)));
        } else if (inside == WARM_ROUND) {
          runs.add(new Run(Measured.BARE_WARM, round, wall, Integer.parseInt(line)));
        }
        started = System.nanoTime();
      }
    }
    process.waitFor();
    return runs;
  }
}
