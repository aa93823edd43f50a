package io.flexibleupgrades.benchmarks.compare;

import io.flexibleupgrades.benchmarks.factory.FactoryShape;
import io.flexibleupgrades.benchmarks.factory.GeneratedFactory;
import io.flexibleupgrades.systemtests.running.RunningSystem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * A system that has prepared a factory of three modules, and whose only worker was then replaced by
 * a fresh one.
 */
public final class FreshSystem {
  private static final FactoryShape SMALL = new FactoryShape(1, 3, 1, 3, 100, 0);

  private FreshSystem() {}

  /**
   * Starts one.
   *
   * @param slots of its worker
   * @param scratch a folder for what it is given
   */
  public static RunningSystem start(String name, int slots, Path scratch)
      throws IOException, InterruptedException {
    var worker = Map.of("FLEXUP_WORKER_SLOTS", Integer.toString(slots));
    var system = RunningSystem.start(name, 1, Map.of("worker", worker));
    var small = GeneratedFactory.write(SMALL, scratch.resolve("small"));
    SystemPreparation.push(system, scratch, version(0));
    SystemPreparation.run(system, "small", small.modules(), version(0));
    system.stopWorker(system.workers().getFirst());
    system.addWorkers(1);
    return system;
  }

  /** Returns the version of the platform of an upgrade, counted from 1. */
  public static String version(int upgrade) {
    return "11.10." + upgrade;
  }
}
