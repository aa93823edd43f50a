package io.flexibleupgrades.orchestrator.reuse;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.EnlistedModule;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.ModuleToPublish;
import io.flexibleupgrades.orchestrator.environment.CatalogueModule;
import io.flexibleupgrades.orchestrator.environment.EnvironmentState.Known;
import io.flexibleupgrades.orchestrator.environment.ModuleRules;
import io.flexibleupgrades.orchestrator.plan.PreparationPlan;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Plans a publish over the modules and all that they consume, producers first. A module of a cycle
 * is compiled with its whole cycle.
 */
public final class PublishPlanner {
  private static final String PRODUCER_IS_MADE =
      "It is compiled: a module that it consumes is compiled again, too.";

  private final FactoryFacts facts;
  private final Set<ModuleId> requested;
  private final ReuseRule rule;
  private final PreparationPlan plan;
  private final boolean[] given;
  private final boolean[] made;
  private final Map<ModuleId, String> reasons = new LinkedHashMap<>();

  private PublishPlanner(FactoryFacts facts, Set<ModuleId> requested) {
    this.facts = facts;
    this.requested = new TreeSet<>(requested);
    rule = new ReuseRule(facts);
    plan = closure(facts, requested);
    given = new boolean[plan.unitCount()];
    made = new boolean[plan.unitCount()];
    findGiven();
    findMade();
  }

  /**
   * Returns what publishing these modules takes.
   *
   * @param makesProducers whether producers that were never prepared are compiled on the way
   * @throws io.flexibleupgrades.orchestrator.environment.RejectedException if the factory does not
   *     have one of them, or one consumes a module that is not prepared
   */
  public static PublishPlan plan(
      FactoryFacts facts, Set<ModuleId> requested, boolean makesProducers) {
    requested.forEach(module -> ModuleRules.require(facts.environment(), module));
    var planner = new PublishPlanner(facts, requested);
    if (!makesProducers) {
      planner.requirePreparedProducers();
    }
    return new PublishPlan(planner.modules(), planner.enlisted(), planner.relied());
  }

  private static PreparationPlan closure(FactoryFacts facts, Set<ModuleId> requested) {
    Known environment = facts.environment();
    var found = new LinkedHashMap<ModuleId, EnlistedModule>();
    var open = new ArrayDeque<>(requested);
    while (!open.isEmpty()) {
      var module = environment.modules().get(open.remove());
      if (module != null && !found.containsKey(module.module())) {
        found.put(module.module(), PublishedModules.enlisted(facts, module));
        open.addAll(module.producers());
      }
    }
    return PreparationPlan.of(new ArrayList<>(found.values()));
  }

  private void findGiven() {
    for (int unit = 0; unit < plan.unitCount(); unit++) {
      boolean valid = true;
      for (int member : plan.members(unit)) {
        valid &= rule.isValid(module(member));
      }
      for (int producer : plan.producers(unit)) {
        valid &= given[producer];
      }
      given[unit] = valid;
    }
  }

  private void findMade() {
    for (int unit = 0; unit < plan.unitCount(); unit++) {
      for (int member : plan.members(unit)) {
        if (requested.contains(module(member).module())) {
          var reason = rule.reasonToCompile(module(member));
          if (reason == null && consumesMade(unit)) {
            reason = PRODUCER_IS_MADE;
          }
          made[unit] |= reason != null;
          reasons.put(module(member).module(), reason == null ? rule.reasonToReuse() : reason);
        }
      }
    }
    for (int unit = plan.unitCount() - 1; unit >= 0; unit--) {
      if (made[unit]) {
        for (int producer : plan.producers(unit)) {
          made[producer] |= !given[producer];
        }
      }
    }
  }

  private boolean consumesMade(int unit) {
    for (int producer : plan.producers(unit)) {
      if (made[producer]) {
        return true;
      }
    }
    return false;
  }

  private void requirePreparedProducers() {
    var unprepared = new TreeSet<ModuleId>();
    for (int unit = 0; unit < plan.unitCount(); unit++) {
      for (int member : made[unit] ? plan.members(unit) : new int[0]) {
        var module = module(member);
        if (!requested.contains(module.module()) && rule.made(module) == null) {
          unprepared.add(module.module());
        }
      }
    }
    if (!unprepared.isEmpty()) {
      throw PublishedModules.unprepared(facts, requested, unprepared);
    }
  }

  private List<ModuleToPublish> modules() {
    var modules = new ArrayList<ModuleToPublish>();
    for (var module : requested) {
      int unit = plan.unitOf(number(module));
      var reason = reasons.getOrDefault(module, "");
      modules.add(
          made[unit]
              ? new ModuleToPublish(
                  module, null, reason.equals(rule.reasonToReuse()) ? PRODUCER_IS_MADE : reason)
              : new ModuleToPublish(module, artifact(number(module)), reason));
    }
    return modules;
  }

  private List<EnlistedModule> enlisted() {
    var enlisted = new ArrayList<EnlistedModule>();
    for (int member = 0; member < plan.moduleCount(); member++) {
      if (made[plan.unitOf(member)]) {
        var module = module(member);
        boolean fresh = requested.contains(module.module()) && !rule.isConsumed(module);
        enlisted.add(PublishedModules.toMake(plan, member, made, this::artifact, fresh));
      }
    }
    return enlisted;
  }

  private Set<Digest> relied() {
    var relied = new HashSet<Digest>();
    var needed = new boolean[plan.unitCount()];
    for (int unit = plan.unitCount() - 1; unit >= 0; unit--) {
      if (made[unit] || needed[unit]) {
        for (int producer : plan.producers(unit)) {
          needed[producer] |= !made[producer];
        }
      }
      for (int member : plan.members(unit)) {
        boolean deployed = !made[unit] && requested.contains(module(member).module());
        var artifact = needed[unit] || deployed ? artifact(member) : null;
        if (artifact != null) {
          relied.add(artifact);
        }
      }
    }
    return relied;
  }

  private int number(ModuleId module) {
    var number = plan.module(module);
    if (number == null) {
      throw new IllegalStateException("Module " + module + " is not in its own plan.");
    }
    return number;
  }

  private CatalogueModule module(int member) {
    return ModuleRules.require(facts.environment(), plan.module(member).module());
  }

  private @Nullable Digest artifact(int member) {
    var artifact = rule.made(module(member));
    return artifact == null ? null : artifact.artifact();
  }
}
