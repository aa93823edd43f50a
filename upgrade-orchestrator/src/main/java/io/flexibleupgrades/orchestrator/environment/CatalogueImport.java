package io.flexibleupgrades.orchestrator.environment;

import io.flexibleupgrades.events.EnvironmentEvent;
import io.flexibleupgrades.events.EnvironmentEvent.ModuleAdopted;
import io.flexibleupgrades.events.EnvironmentEvent.ModuleChanged;
import io.flexibleupgrades.events.EnvironmentEvent.ModuleRegistered;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.orchestrator.environment.EnvironmentCommand.Import;
import io.flexibleupgrades.orchestrator.environment.EnvironmentCommand.ImportedModule;
import io.flexibleupgrades.orchestrator.environment.EnvironmentState.Known;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an import changes in a factory's catalogue. A module that something stands against is
 * registered all the same: it will fail alone, and its consumers will be skipped.
 *
 * @param events to append, in order
 * @param changes what is another one now of each module that was registered before
 * @param defects what stands against modules, by module: of this import, and, if it completes the
 *     factory, of the whole catalogue
 */
public record CatalogueImport(
    List<EnvironmentEvent> events,
    int unchanged,
    Map<ModuleId, List<String>> changes,
    Map<ModuleId, String> defects) {

  /** Returns the changes that the import makes to the environment's catalogue. */
  public static CatalogueImport into(Known state, Import command) {
    var names = new HashMap<String, ModuleId>();
    var accepted = new LinkedHashMap<ModuleId, ImportedModule>();
    var defects = new LinkedHashMap<ModuleId, String>();
    for (var module : command.modules()) {
      var twin = twin(state, names, module.module());
      if (twin != null) {
        defects.put(
            module.module(),
            "Its name differs from '%s' by case only; it is not registered. Rename one of them."
                .formatted(twin));
      } else if (accepted.containsKey(module.module())) {
        accepted.put(
            module.module(), withDefect(module, "Two modules have this name. Rename one of them."));
      } else {
        names.put(Known.folded(module.module()), module.module());
        accepted.put(module.module(), checked(module));
      }
    }
    var events = new ArrayList<EnvironmentEvent>();
    var after = state;
    int unchanged = 0;
    for (var module : accepted.values()) {
      var changes = changes(state, module, command.running());
      for (var event : changes) {
        after = (Known) EnvironmentEvolution.evolve(after, event);
      }
      events.addAll(changes);
      unchanged += changes.stream().allMatch(ModuleAdopted.class::isInstance) ? 1 : 0;
      if (module.defect() != null) {
        defects.put(module.module(), module.defect());
      }
    }
    if (command.complete()) {
      UnknownProducers.of(after).forEach(defects::putIfAbsent);
    }
    return new CatalogueImport(List.copyOf(events), unchanged, changesOf(state, events), defects);
  }

  private static @Nullable ModuleId twin(
      Known state, Map<String, ModuleId> names, ModuleId module) {
    var registered = state.registeredAs(module);
    var twin = registered != null ? registered : names.get(Known.folded(module));
    return twin == null || twin.equals(module) ? null : twin;
  }

  private static ImportedModule checked(ImportedModule module) {
    if (module.defect() != null) {
      return module;
    }
    if (module.producers().contains(module.module())) {
      return withDefect(
          module, "It names itself as a producer. Take '" + module.module() + "' off the list.");
    }
    if (module.source() == null) {
      return withDefect(
          module, "It has no source. Add its sources below src/ and import it again.");
    }
    return module;
  }

  private static ImportedModule withDefect(ImportedModule module, String defect) {
    return new ImportedModule(
        module.module(),
        module.kind(),
        module.producers(),
        module.source(),
        module.sourceBytes(),
        defect);
  }

  private static List<EnvironmentEvent> changes(
      Known state, ImportedModule module, boolean running) {
    var events = new ArrayList<EnvironmentEvent>();
    var before = state.modules().get(module.module());
    if (before == null) {
      events.add(
          new ModuleRegistered(
              state.name(),
              module.module(),
              module.kind(),
              module.producers(),
              module.source(),
              module.sourceBytes(),
              module.defect()));
    } else if (differs(before, module)) {
      events.add(
          new ModuleChanged(
              state.name(),
              module.module(),
              module.kind(),
              module.producers(),
              module.source(),
              module.sourceBytes(),
              module.defect()));
    }
    if (running && (before == null || !before.running())) {
      events.add(
          new ModuleAdopted(
              state.name(), module.module(), state.platform().version(), module.source()));
    }
    return events;
  }

  private static boolean differs(CatalogueModule before, ImportedModule module) {
    return before.kind() != module.kind()
        || !before.producers().equals(module.producers())
        || !Objects.equals(before.source(), module.source())
        || !Objects.equals(before.defect(), module.defect());
  }

  private static Map<ModuleId, List<String>> changesOf(Known state, List<EnvironmentEvent> events) {
    var changes = new LinkedHashMap<ModuleId, List<String>>();
    for (var event : events) {
      if (event instanceof ModuleChanged now) {
        var before = state.modules().get(now.module());
        if (before != null) {
          changes.put(now.module(), changes(before, now));
        }
      }
    }
    return changes;
  }

  private static List<String> changes(CatalogueModule before, ModuleChanged now) {
    var changes = new ArrayList<String>();
    if (!Objects.equals(before.source(), now.source())) {
      changes.add("source");
    }
    if (!before.producers().equals(now.producers())) {
      changes.add("producers");
    }
    if (before.kind() != now.kind()) {
      changes.add("kind");
    }
    if (!Objects.equals(before.defect(), now.defect())) {
      changes.add("defect");
    }
    return changes;
  }
}
