package io.flexibleupgrades.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.systemtests.factory.ImportedFactory;
import io.flexibleupgrades.systemtests.factory.Proof;
import io.flexibleupgrades.systemtests.factory.RandomFactory;
import io.flexibleupgrades.systemtests.running.RunningSystem;
import io.flexibleupgrades.systemtests.running.SharedSystem;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The artifact store is away for a while: at a start, at the beginning of a run, in its middle. */
@ExtendWith(SharedSystem.class)
class StoreAwayST {
  private static final String STORE = "artifact-store";
  private static final long AWAY_MILLIS = 5_000;

  private final RunningSystem system;

  StoreAwayST(RunningSystem system) {
    this.system = system;
  }

  @AfterEach
  void theStoreIsBack() throws InterruptedException {
    system.process(STORE).start();
    system.process(STORE).signal("CONT");
    system.awaitReady();
  }

  @Test
  @DisplayName("B39: modules wait for a store that is away when their preparation starts")
  void waitsForAStoreThatIsAwayAtTheBeginning() throws InterruptedException {
    var factory = new RandomFactory(301).make(60, 2, 3);
    var imported = ImportedFactory.compiling(system, "store-away-first", factory, 301);

    var upgrade = imported.upgrade();
    system.process(STORE).kill();
    upgrade.watch().awaitEnd();

    Proof.check(upgrade, factory);
  }

  @Test
  @DisplayName("B39: modules wait for a store that does not answer in the middle of a run")
  void waitsForAStoreThatDoesNotAnswer() throws InterruptedException {
    var factory = new RandomFactory(302).make(100, 2, 3);
    var upgrade = ImportedFactory.compiling(system, "store-away-later", factory, 302).upgrade();
    var watch = upgrade.watch();

    watch.awaitPercentage(20);
    system.process(STORE).signal("STOP");
    Thread.sleep(AWAY_MILLIS);
    system.process(STORE).signal("CONT");
    watch.awaitPercentage(30);
    system.process(STORE).kill();
    watch.awaitEnd();

    Proof.check(upgrade, factory);
  }

  @Test
  @DisplayName("B41: an upgrade cannot be started without the store, says so, and can be later")
  void refusesToStartWithoutTheStore() throws InterruptedException {
    var factory = new RandomFactory(303).make(10, 0, 1);
    var imported = ImportedFactory.compiling(system, "store-away-before", factory, 303);
    system.process(STORE).stop();

    var refused =
        system
            .orchestrator()
            .post("environments/store-away-before/upgrades", Map.of("to", "11.9.0"));
    var command =
        system.cli().run("upgrade", "--env", "store-away-before", "--to", "11.9.0", "--yes");

    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.problem()).isEqualTo("store-unavailable");
    assertThat(command.exitCode()).isEqualTo(1);
    assertThat(command.err()).contains("store");
    system.process(STORE).start();
    system.awaitReady();
    var upgrade = imported.upgrade();
    upgrade.watch().awaitEnd();
    Proof.check(upgrade, factory);
  }
}
