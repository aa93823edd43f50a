package io.flexibleupgrades.orchestrator.reuse;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.EnlistedModule;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.ProducerArtifact;
import io.flexibleupgrades.orchestrator.environment.CatalogueModule;
import io.flexibleupgrades.orchestrator.environment.Enlistment;
import io.flexibleupgrades.orchestrator.environment.RejectedException;
import io.flexibleupgrades.orchestrator.environment.RejectedException.Rule;
import io.flexibleupgrades.orchestrator.plan.PreparationPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Words what the preparation of a publish needs to know of its modules. */
final class PublishedModules {
  private static final int MOST_NAMES = 20;

  private PublishedModules() {}

  /** Returns the module with all producers that the factory has. */
  static EnlistedModule enlisted(FactoryFacts facts, CatalogueModule module) {
    var producers =
        module.producers().stream()
            .filter(producer -> facts.environment().modules().containsKey(producer))
            .toList();
    var plain = Enlistment.enlisted(facts.environment(), module, facts.compileTimes());
    return with(plain, producers, null, null);
  }

  /**
   * Returns a module to compile: producers that are made as well are waited for, the artifacts of
   * the others are given.
   *
   * @param made by unit of the plan
   */
  static EnlistedModule toMake(
      PreparationPlan plan,
      int member,
      boolean[] made,
      IntFunction<@Nullable Digest> artifacts,
      boolean fresh) {
    var producers = new ArrayList<ModuleId>();
    var given = new TreeMap<ModuleId, Digest>();
    for (int producer : plan.producersOfModule(member)) {
      int unit = plan.unitOf(producer);
      if (made[unit]) {
        producers.add(plan.module(producer).module());
      } else {
        for (int mate : plan.members(unit)) {
          var artifact = artifacts.apply(mate);
          if (artifact != null) {
            given.put(plan.module(mate).module(), artifact);
          }
        }
      }
    }
    producers.sort(null);
    var artifactsGiven =
        given.entrySet().stream()
            .map(entry -> new ProducerArtifact(entry.getKey(), entry.getValue()))
            .toList();
    return with(
        plan.module(member),
        producers,
        artifactsGiven.isEmpty() ? null : artifactsGiven,
        fresh ? true : null);
  }

  static RejectedException unprepared(
      FactoryFacts facts, Set<ModuleId> requested, Set<ModuleId> unprepared) {
    var latest = facts.artifacts().latest();
    var named =
        unprepared.stream()
            .limit(MOST_NAMES)
            .map(module -> {
              var progress = latest == null ? null : latest.progress(module);
              return "'%s' (%s)".formatted(module, progress == null ? "never compiled" : progress);
            })
            .collect(Collectors.joining(", "));
    int more = unprepared.size() - MOST_NAMES;
    return new RejectedException(
        Rule.PRODUCER_NOT_PREPARED,
        "%s cannot be published for platform %s: %s not prepared for it: %s%s. Publish them first, or together: flexup publish MODULE…"
            .formatted(
                requested.stream()
                    .limit(MOST_NAMES)
                    .map(module -> "'" + module + "'")
                    .collect(Collectors.joining(", ")),
                facts.artifacts().platform().version(),
                unprepared.size() == 1 ? "this producer is" : "these producers are",
                named,
                more > 0 ? " and %d more".formatted(more) : ""),
        Map.of("producers", List.copyOf(unprepared)));
  }

  private static EnlistedModule with(
      EnlistedModule module,
      List<ModuleId> producers,
      @Nullable List<ProducerArtifact> given,
      @Nullable Boolean fresh) {
    return new EnlistedModule(
        module.module(),
        module.kind(),
        producers,
        module.source(),
        module.weight(),
        module.defect(),
        module.options(),
        given,
        fresh);
  }
}
