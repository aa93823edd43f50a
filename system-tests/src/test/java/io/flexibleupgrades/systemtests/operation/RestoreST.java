package io.flexibleupgrades.systemtests.operation;

import io.flexibleupgrades.systemtests.factory.ImportedFactory;
import io.flexibleupgrades.systemtests.factory.LayeredFactory;
import io.flexibleupgrades.systemtests.factory.Proof;
import io.flexibleupgrades.systemtests.running.RunningSystem;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The drill of docs/operations.md: everything is lost but a backup. */
class RestoreST {
  private static final long SEED = 77;

  @Test
  @DisplayName("an upgrade goes on from a backup that was taken in its middle")
  void goesOnFromABackup(@TempDir Path folder) throws Exception {
    try (var system =
        RunningSystem.start(
            "restored",
            2,
            Map.of("upgrade-orchestrator", Map.of("FLEXUP_TIMERS_PICKUP", "PT4S")))) {
      var factory = new LayeredFactory(SEED).make(60, 2);
      var upgrade = ImportedFactory.compiling(system, "restored", factory, SEED).upgrade();
      var watch = upgrade.watch();

      watch.awaitPercentage(20);
      var backup = Backup.take(system, folder);
      watch.awaitPercentage(40);
      system.startEmpty();
      backup.restore(system);
      upgrade.watch().awaitEnd();

      Proof.check(upgrade, factory);
    }
  }
}
