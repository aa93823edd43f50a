package io.flexibleupgrades.orchestrator.upgrade;

import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.ModuleKind;
import io.flexibleupgrades.events.SystemTask;
import io.flexibleupgrades.orchestrator.environment.CatalogueModule;
import io.flexibleupgrades.orchestrator.environment.EnvironmentState.Known;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The system modules of an environment: Service Center is the one that is named so, with or without
 * a blank or a hyphen; all others are System Components.
 */
final class SystemModules {
  private static final String SERVICE_CENTER = "servicecenter";

  private SystemModules() {}

  /** Returns the modules that a task publishes, in alphabetical order. */
  static Set<ModuleId> of(Known environment, SystemTask task) {
    return environment.modules().values().stream()
        .filter(module -> module.kind() == ModuleKind.SYSTEM)
        .map(CatalogueModule::module)
        .filter(module -> isServiceCenter(module) == (task == SystemTask.SERVICE_CENTER))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether the environment has none at all. */
  static boolean areMissing(Known environment) {
    return environment.modules().values().stream()
        .noneMatch(module -> module.kind() == ModuleKind.SYSTEM);
  }

  private static boolean isServiceCenter(ModuleId module) {
    return module
        .value()
        .toLowerCase(Locale.ROOT)
        .replace(" ", "")
        .replace("-", "")
        .equals(SERVICE_CENTER);
  }
}
