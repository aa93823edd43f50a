package io.flexibleupgrades.benchmarks.compare;

import io.flexibleupgrades.benchmarks.factory.FactoryShape;
import io.flexibleupgrades.benchmarks.factory.GeneratedFactory;
import io.flexibleupgrades.systemtests.running.RunningSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The product with all its processes on this machine and one worker with two slots. It has prepared
 * a factory of three modules before, and its worker is then replaced by a fresh one.
 */
record WholeSystem(GeneratedFactory factory) implements Contestant {
  private static final FactoryShape SMALL = new FactoryShape(1, 3, 1, 3, 100, 0);

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
    try (var system = RunningSystem.start("compare", 1, Map.of())) {
      var small = GeneratedFactory.write(SMALL, folder.resolve("small"));
      SystemPreparation.push(system, folder, version(0));
      SystemPreparation.run(system, "small", small.modules(), version(0));
      system.stopWorker(system.workers().getFirst());
      system.addWorkers(1);
      for (int upgrade = 1; upgrade <= BareCompiler.WARM_ROUND; upgrade++) {
        SystemPreparation.push(system, folder, version(upgrade));
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
    return SystemPreparation.run(system, environment, factory.modules(), version(upgrade));
  }

  private static Run compiled(Measured measured, int round, SystemPreparation preparation) {
    return new Run(measured, round, preparation.wall(), preparation.compiled());
  }

  private static String version(int upgrade) {
    return "11.10." + upgrade;
  }
}
