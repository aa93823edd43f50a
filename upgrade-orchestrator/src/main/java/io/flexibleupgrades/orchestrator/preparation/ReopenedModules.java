package io.flexibleupgrades.orchestrator.preparation;

import io.flexibleupgrades.events.EnlistedModule;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.orchestrator.environment.RejectedException;
import io.flexibleupgrades.orchestrator.plan.PreparationPlan;
import io.flexibleupgrades.orchestrator.preparation.PreparationState.Reopening;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Finds which modules of an ended preparation are prepared again, and lets it go on with them. */
public final class ReopenedModules {
  private ReopenedModules() {}

  /**
   * Returns all modules that are not prepared.
   *
   * @param now the modules of the plan that the factory still has, as it has them now
   */
  public static List<EnlistedModule> all(Preparing left, Map<ModuleId, EnlistedModule> now) {
    var wanted = new BitSet();
    for (int module = 0; module < left.plan().moduleCount(); module++) {
      wanted.set(
          module,
          now.containsKey(left.plan().module(module).module())
              && !left.settled().artifacts().containsKey(module));
    }
    return wanted.isEmpty() ? List.of() : new Openings(left, now, wanted).all();
  }

  /**
   * Returns these modules, as far as they are not validly prepared, the skipped modules that are
   * released with them, and the cancelled ones: a preparation ends when all modules are settled.
   *
   * @param named modules of the plan
   * @throws RejectedException if one of them consumes a module that would stay unprepared
   */
  public static List<EnlistedModule> named(
      Preparing left, Map<ModuleId, EnlistedModule> now, Set<ModuleId> named) {
    var wanted = new BitSet();
    for (var module : named) {
      var number = left.plan().module(module);
      var definition = now.get(module);
      if (number != null
          && definition != null
          && (!left.settled().artifacts().containsKey(number)
              || isStale(left.plan().module(number), definition))) {
        wanted.set(number);
      }
    }
    return wanted.isEmpty() ? List.of() : new Openings(left, now, wanted).named();
  }

  /** Returns the preparation going on with the modules that were named. */
  static Preparing reopened(Reopening reopening, int firstAttempt) {
    var left = reopening.left();
    var scope = left.scope();
    var modules = new HashMap<Integer, EnlistedModule>();
    var kept = left.settled();
    for (var module : reopening.reenlisted()) {
      var number = left.plan().module(module.module());
      if (number != null) {
        modules.put(number, module);
        kept = kept.without(number);
      }
    }
    return Preparing.at(
        new Scope(
            scope.upgradeId(),
            scope.environment(),
            scope.platform(),
            plan(left.plan(), modules),
            firstAttempt),
        Stage.PublishingSystem.first(),
        kept,
        left.latestAttempt());
  }

  /** The modules stay the same, and so do their numbers; only what they are changes. */
  static PreparationPlan plan(PreparationPlan before, Map<Integer, EnlistedModule> changed) {
    var modules = new EnlistedModule[before.moduleCount()];
    for (int module = 0; module < modules.length; module++) {
      modules[module] = before.module(module);
    }
    changed.forEach((module, definition) -> modules[module] = definition);
    return PreparationPlan.of(List.of(modules));
  }

  private static boolean isStale(EnlistedModule before, EnlistedModule now) {
    return !Objects.equals(before.source(), now.source())
        || !Objects.equals(before.options(), now.options())
        || !before.producers().equals(now.producers());
  }
}
