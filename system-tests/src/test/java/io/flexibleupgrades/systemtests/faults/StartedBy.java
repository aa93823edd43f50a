package io.flexibleupgrades.systemtests.faults;

import io.flexibleupgrades.systemtests.running.RunningSystem;
import io.flexibleupgrades.systemtests.running.Upgrade;
import java.time.Duration;

/** Finds an upgrade that this JVM has not started itself. */
final class StartedBy {
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private StartedBy() {}

  /** Returns the upgrade of an environment as soon as there is one. */
  static Upgrade another(RunningSystem system, String environment) throws InterruptedException {
    var giveUp = System.nanoTime() + LONGEST.toNanos();
    while (System.nanoTime() < giveUp) {
      var path = "environments/" + environment;
      var id = system.orchestrator().get(path).json().path("upgrade").path("id").textValue();
      if (id != null) {
        return new Upgrade(system, environment, id);
      }
      Thread.sleep(20);
    }
    throw new AssertionError("No upgrade of " + environment + " was started.");
  }
}
