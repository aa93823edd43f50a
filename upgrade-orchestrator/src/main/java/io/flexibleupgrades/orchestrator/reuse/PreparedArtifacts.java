package io.flexibleupgrades.orchestrator.reuse;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.Platform;
import io.flexibleupgrades.orchestrator.environment.CatalogueModule;
import io.flexibleupgrades.orchestrator.environment.EnvironmentState.Known;
import io.flexibleupgrades.orchestrator.environment.Made;
import io.flexibleupgrades.orchestrator.preparation.Preparing;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The artifacts that an environment's modules have for one platform distribution: made by its
 * latest upgrade, or by a publish.
 *
 * @param latest what the latest upgrade came to, null if there is nothing yet
 * @param platform the distribution
 */
public record PreparedArtifacts(Known environment, @Nullable Preparing latest, Platform platform) {

  /** Returns the module's artifact; if it has two, the one that is of its present source. */
  public @Nullable Made of(CatalogueModule module) {
    var published = published(module);
    var prepared = prepared(module.module());
    if (published == null || prepared == null) {
      return published == null ? prepared : published;
    }
    return prepared.isOf(module) && !published.isOf(module) ? prepared : published;
  }

  /** Returns what this artifact of the module was made of, null if it is none of the two it has. */
  public @Nullable Made of(CatalogueModule module, Digest artifact) {
    return Stream.of(published(module), prepared(module.module()))
        .filter(made -> made != null && made.artifact().equals(artifact))
        .findFirst()
        .orElse(null);
  }

  /** Whether the module's artifact was made from a source or with settings that it had before. */
  public boolean isStale(CatalogueModule module) {
    var made = of(module);
    return made != null && !made.isOf(module);
  }

  private @Nullable Made published(CatalogueModule module) {
    var published = module.published();
    return published != null && published.platform().digest().equals(platform.digest())
        ? published
        : null;
  }

  private @Nullable Made prepared(ModuleId module) {
    if (latest == null || !latest.scope().platform().digest().equals(platform.digest())) {
      return null;
    }
    var artifact = latest.artifact(module);
    var number = latest.plan().module(module);
    if (artifact == null || number == null) {
      return null;
    }
    var enlisted = latest.plan().module(number);
    var options = enlisted.options();
    return new Made(
        artifact,
        platform,
        enlisted.source(),
        options == null ? List.of() : options,
        latest.scope().upgradeId());
  }
}
