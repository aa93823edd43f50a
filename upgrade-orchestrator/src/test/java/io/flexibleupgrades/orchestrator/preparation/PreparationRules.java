package io.flexibleupgrades.orchestrator.preparation;

import io.flexibleupgrades.events.EnlistedModule;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.PreparationEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What follows from a command, an event, a wish to prepare again: the rules, or a mutant. */
@FunctionalInterface
interface PreparationRules {
  List<PreparationEvent> decide(PreparationCommand command, PreparationState state);

  default PreparationState evolve(PreparationState state, PreparationEvent event) {
    return PreparationEvolution.evolve(state, event);
  }

  /** Returns the modules to open again; all that are not prepared if none is named. */
  default List<EnlistedModule> reopened(
      Preparing left, Map<ModuleId, EnlistedModule> now, @Nullable Set<ModuleId> named) {
    return named == null ? ReopenedModules.all(left, now) : ReopenedModules.named(left, now, named);
  }

  /** Returns the rules as a process has them that starts now. */
  default PreparationRules restarted() {
    return this;
  }
}
