package io.flexibleupgrades.orchestrator.preparation;

import io.flexibleupgrades.events.EnlistedModule;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.orchestrator.plan.RandomModules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Modules, and what becomes of each when it is compiled. */
record SimulatedFactory(List<EnlistedModule> modules, Map<ModuleId, Nature> natures) {
  private static final int MOST_MODULES = 30;

  static SimulatedFactory random(Random random) {
    var modules = RandomModules.of(random, random.nextInt(MOST_MODULES));
    var natures = new HashMap<ModuleId, Nature>();
    modules.forEach(module -> natures.put(module.module(), Nature.random(random)));
    return new SimulatedFactory(modules, natures);
  }

  Nature nature(ModuleId module) {
    return natures.getOrDefault(module, new Nature.Compiles());
  }
}
