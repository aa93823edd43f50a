package io.flexibleupgrades.benchmarks.compare;

import io.flexibleupgrades.benchmarks.factory.BenchmarkPlatform;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepared;
import io.flexibleupgrades.systemtests.running.RunningSystem;
import io.flexibleupgrades.systemtests.running.Upgrade;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/**
 * One preparation of a factory by the whole system.
 *
 * @param wall from the request to upgrade until the Service Center shows the end
 * @param compiled modules that were compiled for it
 * @param known modules whose artifact was known
 */
public record SystemPreparation(Upgrade upgrade, Duration wall, int compiled, int known) {
  private static final Duration LOOK_EVERY = Duration.ofMillis(50);
  private static final Set<String> ENDS =
      Set.of("ready", "ready-with-errors", "cancelled", "error");

  /** Stores a platform distribution of this version that nothing was prepared for. */
  public static void push(RunningSystem system, Path scratch, String version) throws IOException {
    var folder = scratch.resolve("platform-" + version);
    BenchmarkPlatform.write(folder, version);
    system.cli().succeed("platform", "push", folder.toString());
  }

  /** Prepares the factory in a folder for a platform, in a new environment. */
  public static SystemPreparation run(
      RunningSystem system, String environment, Path factory, String version)
      throws InterruptedException {
    var cli = system.cli();
    cli.succeed(
        "environment",
        "create",
        environment,
        "--kind=cloud",
        "--edition=enterprise",
        "--platform=" + RunningSystem.OLD_PLATFORM);
    cli.succeed("import", factory.toString(), "--env", environment, "--running");
    system.awaitShown(environment);
    long started = System.nanoTime();
    var upgrade = Upgrade.start(system, environment, version);
    awaitEnd(system, upgrade);
    var wall = Duration.ofNanos(System.nanoTime() - started);
    var prepared = upgrade.journal().events(ModulePrepared.class);
    int known = (int) prepared.stream().filter(event -> event.compileTime().isZero()).count();
    return new SystemPreparation(upgrade, wall, prepared.size() - known, known);
  }

  private static void awaitEnd(RunningSystem system, Upgrade upgrade) throws InterruptedException {
    while (true) {
      var answer = system.serviceCenter().get("environments/" + upgrade.environment() + "/status");
      if (answer.text("upgradeId").equals(upgrade.id()) && ENDS.contains(answer.text("state"))) {
        return;
      }
      Thread.sleep(LOOK_EVERY);
    }
  }
}
