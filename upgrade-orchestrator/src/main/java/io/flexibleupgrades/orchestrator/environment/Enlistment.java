package io.flexibleupgrades.orchestrator.environment;

import io.flexibleupgrades.events.EnlistedModule;
import io.flexibleupgrades.events.ExcludedModule;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.orchestrator.environment.EnvironmentState.Known;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Which modules of a factory a preparation covers: those that run.
 *
 * @param modules in scope, in alphabetical order
 * @param excluded the others, in alphabetical order
 */
public record Enlistment(List<EnlistedModule> modules, List<ExcludedModule> excluded) {
  private static final String NEVER_PUBLISHED =
      "It does not run: it was never published successfully, nor adopted as running.";
  private static final long SOURCE_BYTES_PER_MILLISECOND = 100;

  /**
   * Returns the scope of a preparation of this environment.
   *
   * @param compileTimes recorded before, for the modules that have one
   */
  public static Enlistment of(Known state, Map<ModuleId, Duration> compileTimes) {
    var modules = new ArrayList<EnlistedModule>();
    var excluded = new ArrayList<ExcludedModule>();
    state.modules().values().stream()
        .sorted(Comparator.comparing(CatalogueModule::module))
        .forEach(module -> {
          if (module.running()) {
            modules.add(enlisted(state, module, compileTimes));
          } else {
            excluded.add(new ExcludedModule(module.module(), module.kind(), NEVER_PUBLISHED));
          }
        });
    return new Enlistment(List.copyOf(modules), List.copyOf(excluded));
  }

  /** Returns the module as a preparation of all running modules sees it now. */
  public static EnlistedModule enlisted(
      Known state, CatalogueModule module, Map<ModuleId, Duration> compileTimes) {
    var producers =
        module.producers().stream()
            .filter(producer -> isRunning(state, producer))
            .sorted()
            .toList();
    var defect = module.defect() != null ? module.defect() : UnknownProducers.of(state, module);
    return new EnlistedModule(
        module.module(),
        module.kind(),
        producers,
        module.source(),
        weight(module, compileTimes),
        defect,
        module.options().isEmpty() ? null : module.options(),
        null,
        null);
  }

  private static boolean isRunning(Known state, ModuleId producer) {
    var module = state.modules().get(producer);
    return module != null && module.running();
  }

  private static long weight(CatalogueModule module, Map<ModuleId, Duration> compileTimes) {
    var recorded = compileTimes.get(module.module());
    long millis =
        recorded != null
            ? recorded.toMillis()
            : module.sourceBytes() / SOURCE_BYTES_PER_MILLISECOND;
    return Math.max(1, millis);
  }
}
