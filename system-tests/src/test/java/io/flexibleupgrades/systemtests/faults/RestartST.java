package io.flexibleupgrades.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.flexibleupgrades.systemtests.factory.ImportedFactory;
import io.flexibleupgrades.systemtests.factory.Proof;
import io.flexibleupgrades.systemtests.factory.RandomFactory;
import io.flexibleupgrades.systemtests.running.RunningSystem;
import io.flexibleupgrades.systemtests.running.SharedSystem;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What starts an upgrade, and the whole product, may end in its middle. */
@ExtendWith(SharedSystem.class)
class RestartST {
  private final RunningSystem system;

  RestartST(RunningSystem system) {
    this.system = system;
  }

  @Test
  @DisplayName(
      "B25, B27, B31: stopped and started again on its folder, the product goes on where it was")
  void goesOnWhereItWasAfterAStopOfEverything() throws InterruptedException, IOException {
    var factory = new RandomFactory(201).make(150, 3, 4);
    var upgrade = ImportedFactory.compiling(system, "restarted", factory, 201).upgrade();
    var watch = upgrade.watch();

    watch.awaitPercentage(20);
    system.restart();
    watch.awaitEnd();

    assertThat(watch.percentages()).isSorted();
    Proof.check(upgrade, factory);
  }

  @Test
  @DisplayName("B12: the upgrade goes on when the command that started it is killed")
  void goesOnWithoutTheCommandThatStartedIt() throws InterruptedException, IOException {
    var factory = new RandomFactory(202).make(60, 2, 3);
    ImportedFactory.compiling(system, "abandoned", factory, 202);

    var command = system.cli().start("upgrade", "--env", "abandoned", "--to", "11.9.0", "--yes");
    var upgrade = StartedBy.another(system, "abandoned");
    upgrade.watch().awaitPercentage(5);
    command.destroyForcibly();
    assertThat(command.waitFor(10, TimeUnit.SECONDS)).isTrue();
    upgrade.watch().awaitEnd();

    Proof.check(upgrade, factory);
  }
}
