package io.flexibleupgrades.systemtests.factory;

import io.flexibleupgrades.systemtests.running.RunningSystem;
import io.flexibleupgrades.systemtests.running.SharedSystem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Factories by chance against an oracle that knows nothing of the product. */
@ExtendWith(SharedSystem.class)
class RandomFactoriesST {
  private static final int MODULES = 60;

  private final RunningSystem system;

  RandomFactoriesST(RunningSystem system) {
    this.system = system;
  }

  @ParameterizedTest(name = "seed {0}")
  @DisplayName("B16, B17, B31, B35–B38: every module ends as the oracle says")
  @ValueSource(longs = {1, 2, 3})
  void settlesEveryModuleAsTheOracleSays(long seed) throws InterruptedException {
    var factory = new RandomFactory(seed).make(MODULES, 4, 5);
    var upgrade = ImportedFactory.compiling(system, "random-" + seed, factory, seed).upgrade();

    upgrade.watch().awaitEnd();

    Proof.check(upgrade, factory);
  }
}
