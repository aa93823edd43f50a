package io.flexibleupgrades.orchestrator.environment;

import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.orchestrator.environment.EnvironmentState.Known;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds the modules that name a producer which the factory does not have. */
final class UnknownProducers {
  private UnknownProducers() {}

  /** Returns what stands against each such module of the catalogue. */
  static Map<ModuleId, String> of(Known state) {
    var defects = new TreeMap<ModuleId, String>();
    for (var module : state.modules().values()) {
      var defect = of(state, module);
      if (defect != null) {
        defects.put(module.module(), defect);
      }
    }
    return defects;
  }

  /** Returns what stands against this module, null if it names only producers that there are. */
  static @Nullable String of(Known state, CatalogueModule module) {
    for (var producer : module.producers()) {
      if (!state.modules().containsKey(producer)) {
        var twin = state.registeredAs(producer);
        return twin == null
            ? "It names the producer '%s', which this factory does not have. Import it, or take it off the list."
                .formatted(producer)
            : "It names the producer '%s', which this factory has as '%s'. Write it the same way."
                .formatted(producer, twin);
      }
    }
    return null;
  }
}
