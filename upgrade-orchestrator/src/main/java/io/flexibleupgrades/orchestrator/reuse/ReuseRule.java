package io.flexibleupgrades.orchestrator.reuse;

import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.ProducerArtifact;
import io.flexibleupgrades.orchestrator.environment.CatalogueModule;
import io.flexibleupgrades.orchestrator.environment.Made;
import io.flexibleupgrades.orchestrator.preparation.Preparing;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides of each module whether its artifact may be used as it is. */
final class ReuseRule {
  private final FactoryFacts facts;
  private final Set<ModuleId> consumed = new HashSet<>();

  ReuseRule(FactoryFacts facts) {
    this.facts = facts;
    facts
        .environment()
        .modules()
        .values()
        .forEach(module -> {
          var producers = new HashSet<>(module.producers());
          producers.remove(module.module());
          consumed.addAll(producers);
        });
  }

  @Nullable Made made(CatalogueModule module) {
    return facts.artifacts().of(module);
  }

  /** Whether consuming modules can be compiled against the module's artifact. */
  boolean isValid(CatalogueModule module) {
    return fault(module) == null;
  }

  /** Returns why the module's artifact is not valid, null if it is. */
  @Nullable String fault(CatalogueModule module) {
    var made = made(module);
    if (made == null) {
      return neverMade(module);
    }
    if (!made.isOf(module)) {
      return made.source() != null && made.source().equals(module.source())
          ? "It is compiled: its compile-time settings have changed since it was prepared."
          : "It is compiled: its source has changed since it was prepared.";
    }
    if (facts.missing().contains(made.artifact())) {
      return "It is compiled: its prepared artifact is missing from the artifact store, or corrupt.";
    }
    return null;
  }

  /** Returns why the module cannot be deployed with the artifact it has, null if it can. */
  @Nullable String reasonToCompile(CatalogueModule module) {
    var fault = fault(module);
    if (fault != null) {
      return fault;
    }
    if (!isConsumed(module)) {
      return "It is compiled: no module consumes it, and only the artifacts of producers are reused.";
    }
    var changed = changedProducer(module);
    return changed == null
        ? null
        : "It is compiled: its producer '%s' has another artifact than it was compiled against."
            .formatted(changed);
  }

  /** Whether another module names it as a producer; only then its results are reused. */
  boolean isConsumed(CatalogueModule module) {
    return consumed.contains(module.module());
  }

  String reasonToReuse() {
    return "Its artifact, prepared for %s, is reused."
        .formatted(facts.artifacts().platform().version());
  }

  private String neverMade(CatalogueModule module) {
    var platform = facts.artifacts().platform();
    var published = module.published();
    return published != null && published.platform().version().equals(platform.version())
        ? "It is compiled: its artifact was made with another distribution of platform %s."
            .formatted(platform.version())
        : "It is compiled: it is not prepared for platform %s.".formatted(platform.version());
  }

  private @Nullable ModuleId changedProducer(CatalogueModule module) {
    var made = made(module);
    var preparation = made == null ? null : facts.preparations().apply(made.preparation());
    var inputs = preparation == null ? null : preparation.inputs(module.module());
    for (var producer : module.producers()) {
      var registered = facts.environment().modules().get(producer);
      if (registered != null
          && !inSameUnit(preparation, module.module(), producer)
          && !isAmong(inputs, producer, made(registered))) {
        return producer;
      }
    }
    return null;
  }

  private static boolean inSameUnit(
      @Nullable Preparing preparation, ModuleId module, ModuleId producer) {
    if (preparation == null) {
      return false;
    }
    var plan = preparation.plan();
    var one = plan.module(module);
    var other = plan.module(producer);
    return one != null && other != null && plan.unitOf(one) == plan.unitOf(other);
  }

  private static boolean isAmong(
      @Nullable List<ProducerArtifact> inputs, ModuleId producer, @Nullable Made made) {
    return inputs != null
        && made != null
        && inputs.contains(new ProducerArtifact(producer, made.artifact()));
  }
}
