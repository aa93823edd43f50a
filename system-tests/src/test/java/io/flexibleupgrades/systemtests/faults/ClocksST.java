package io.flexibleupgrades.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.PreparationEvent.PrepareAttemptFailed;
import io.flexibleupgrades.systemtests.factory.ImportedFactory;
import io.flexibleupgrades.systemtests.factory.LayeredFactory;
import io.flexibleupgrades.systemtests.factory.Proof;
import io.flexibleupgrades.systemtests.running.RunningSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Services whose clocks are an hour away from each other's. */
class ClocksST {
  private static final int MODULES = 60;
  private static final long SEED = 17;
  private static final String LIBRARY = "faketime/libfaketimeMT.so.1";

  @Test
  @DisplayName("G17: clocks an hour apart change no result and cost no attempt")
  void endsAsTheOracleSaysWithClocksAnHourApart() throws InterruptedException {
    var clocks =
        Map.of(
            "upgrade-orchestrator", clock("+1h"),
            "servicecenter-api", clock("-1h"),
            "worker", clock("-1h"));
    try (var system = RunningSystem.start("clocks", 2, clocks)) {
      var factory = new LayeredFactory(SEED).make(MODULES, 2);

      var upgrade = ImportedFactory.compiling(system, "clocks", factory, SEED).upgrade();
      upgrade.watch().awaitEnd();

      var journal = Proof.check(upgrade, factory);
      assertThat(journal.events(PrepareAttemptFailed.class)).isEmpty();
    }
  }

  /** Returns the variables of a process whose clock is this much ahead or behind. */
  private static Map<String, String> clock(String offset) {
    return Map.of("LD_PRELOAD", library().toString(), "FAKETIME", offset);
  }

  private static Path library() {
    var folder =
        Path.of("/usr/lib")
            .resolve(
                System.getProperty("os.arch").equals("amd64")
                    ? "x86_64-linux-gnu"
                    : "aarch64-linux-gnu");
    var library = folder.resolve(LIBRARY);
    if (!Files.exists(library)) {
      throw new IllegalStateException(
          library + " is missing: install libfaketime (on Debian: apt-get install faketime).");
    }
    return library;
  }
}
