package io.flexibleupgrades.benchmarks.events;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexibleupgrades.systemtests.factory.ImportedFactory;
import io.flexibleupgrades.systemtests.factory.LayeredFactory;
import io.flexibleupgrades.systemtests.running.RunningSystem;
import io.flexibleupgrades.systemtests.running.Upgrade;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * One preparation with a compiler that does nothing.
 *
 * @param mebibytes most memory that each process had resident
 */
record EventPath(int modules, int prepared, Duration wall, Map<String, Long> mebibytes) {
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);
  private static final Set<String> ENDS =
      Set.of("ready", "ready-with-errors", "cancelled", "error");

  static EventPath measure(int modules, int workers, long seed)
      throws IOException, InterruptedException {
    var instant = Map.of("FLEXUP_WORKER_COMPILER", "instant");
    try (var system = RunningSystem.start("events", workers, Map.of("worker", instant))) {
      var factory = new LayeredFactory(seed).make(modules, 0);
      var imported = ImportedFactory.instant(system, "events", factory);
      long started = System.nanoTime();
      var end = end(imported.upgrade());
      var wall = Duration.ofNanos(System.nanoTime() - started);
      int prepared = end.path("prepared").asInt();
      int settled = prepared + end.path("failed").asInt() + end.path("skipped").asInt();
      if (settled != modules) {
        throw new IllegalStateException("Not all modules are settled: " + end);
      }
      var memory = new LinkedHashMap<String, Long>();
      for (var name : system.processes()) {
        memory.put(name, peakMebibytes(system.process(name).pid()));
      }
      return new EventPath(modules, prepared, wall, memory);
    }
  }

  double modulesPerSecond() {
    return modules / seconds();
  }

  double seconds() {
    return wall.toNanos() / 1e9;
  }

  private static JsonNode end(Upgrade upgrade) throws InterruptedException {
    while (true) {
      var status = upgrade.status();
      if (status.path("upgradeId").asText().equals(upgrade.id())
          && ENDS.contains(status.path("state").asText())) {
        return status;
      }
      Thread.sleep(LOOK_EVERY);
    }
  }

  private static long peakMebibytes(long pid) throws IOException {
    try (var lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElseThrow();
    }
  }
}
