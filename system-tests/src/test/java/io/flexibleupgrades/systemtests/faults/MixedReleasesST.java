package io.flexibleupgrades.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.events.PreparationEvent.PrepareAttemptFailed;
import io.flexibleupgrades.systemtests.factory.ImportedFactory;
import io.flexibleupgrades.systemtests.factory.LayeredFactory;
import io.flexibleupgrades.systemtests.factory.Proof;
import io.flexibleupgrades.systemtests.running.RunningSystem;
import io.flexibleupgrades.systemtests.running.SharedSystem;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Workers of two releases side by side. The previous one is the checkout that the system property
 * {@code flexup.previous} names, with its worker built; this release stands in for it otherwise.
 */
@ExtendWith(SharedSystem.class)
class MixedReleasesST {
  private static final long SEED = 15;

  private final RunningSystem system;

  MixedReleasesST(RunningSystem system) {
    this.system = system;
  }

  @Test
  @DisplayName("G15: workers of the previous release and of this one give the same results")
  void preparesWithWorkersOfTwoReleases() throws InterruptedException {
    var factory = new LayeredFactory(SEED).make(120, 2);
    var imported = ImportedFactory.compiling(system, "mixed-releases", factory, SEED);
    var previous = system.addWorker(Path.of(previousRelease()));

    var upgrade = imported.upgrade();
    upgrade.watch().awaitEnd();
    system.stopWorker(previous);

    var journal = Proof.check(upgrade, factory);
    assertThat(journal.events(PrepareAttemptFailed.class)).isEmpty();
    assertThat(OutcomeAudit.of(upgrade, journal).workers())
        .as("who took part")
        .anyMatch(worker -> worker.startsWith(previous + "-"))
        .anyMatch(worker -> !worker.startsWith(previous + "-"));
  }

  private static String previousRelease() {
    return Objects.requireNonNull(
        System.getProperty("flexup.previous", System.getProperty("flexup.home")));
  }
}
