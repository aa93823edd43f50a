package io.flexibleupgrades.systemtests.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.systemtests.factory.ImportedFactory;
import io.flexibleupgrades.systemtests.factory.LayeredFactory;
import io.flexibleupgrades.systemtests.factory.Proof;
import io.flexibleupgrades.systemtests.running.RunningSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * A large factory whose modules cost the compiler nothing: 1,000 modules, or as many as the system
 * property {@code flexup.load.modules} says (the profile {@code load} says 10,000).
 */
class LargeFactoryST {
  private static final int MODULES = Integer.getInteger("flexup.load.modules", 1_000);
  private static final Duration LONGEST = Duration.ofMinutes(20);

  @Test
  @DisplayName("B31, B35: a large factory is prepared to the end, as the oracle says")
  void preparesALargeFactoryToTheEnd() throws Exception {
    var instant = Map.of("FLEXUP_WORKER_COMPILER", "instant");
    try (var system = RunningSystem.start("large", 2, Map.of("worker", instant))) {
      var factory = new LayeredFactory(901).make(MODULES, 0);
      var imported = ImportedFactory.instant(system, "large", factory);
      var started = System.nanoTime();

      var upgrade = imported.upgrade();
      upgrade.watch().awaitEnd(LONGEST);

      var seconds = (System.nanoTime() - started) / 1e9;
      System.out.printf(
          "%,d modules were settled in %.1f s: %.0f modules/s%n",
          MODULES, seconds, MODULES / seconds);
      for (var name : system.processes()) {
        System.out.printf("  %-22s %s at most%n", name, peakMemory(system.process(name).pid()));
      }
      assertThat(upgrade.outcome().total()).isEqualTo(MODULES);
      Proof.check(upgrade, factory);
    }
  }

  private static String peakMemory(long pid) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .map(line -> line.substring("VmHWM:".length()).strip())
        .findFirst()
        .orElse("unknown");
  }
}
