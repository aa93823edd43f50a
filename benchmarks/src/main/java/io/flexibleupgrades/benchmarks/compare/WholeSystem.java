package io.flexibleupgrades.benchmarks.compare;

import io.flexibleupgrades.benchmarks.factory.GeneratedFactory;
import io.flexibleupgrades.systemtests.running.RunningSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The product with all its processes on this machine and one worker with two slots. */
record WholeSystem(GeneratedFactory factory) implements Contestant {
  @Override
  public String name() {
    return "system";
  }

  @Override
  public String version() {
    return "this checkout, 1 worker with 2 slots";
  }

  @Override
  public List<Run> run(Path folder, int round) throws IOException, InterruptedException {
    var runs = new ArrayList<Run>();
    try (var system = FreshSystem.start("compare", 2, folder)) {
      for (int upgrade = 1; upgrade <= BareCompiler.WARM_ROUND; upgrade++) {
        SystemPreparation.push(system, folder, FreshSystem.version(upgrade));
        var preparation = prepare(system, "upgrade-" + upgrade, upgrade);
        if (upgrade == 1) {
          runs.add(compiled(Measured.SYSTEM_FRESH, round, preparation));
        } else if (upgrade == BareCompiler.WARM_ROUND) {
          runs.add(compiled(Measured.SYSTEM_WARM, round, preparation));
        }
      }
      var again = prepare(system, "again", BareCompiler.WARM_ROUND);
      runs.add(new Run(Measured.SYSTEM_CACHED, round, again.wall(), again.known()));
    }
    return runs;
  }

  private SystemPreparation prepare(RunningSystem system, String environment, int upgrade)
      throws InterruptedException {
    return SystemPreparation.run(
        system, environment, factory.modules(), FreshSystem.version(upgrade));
  }

  private static Run compiled(Measured measured, int round, SystemPreparation preparation) {
    return new Run(measured, round, preparation.wall(), preparation.compiled());
  }
}
