package io.flexibleupgrades.orchestrator.environment;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.ModuleToPublish;
import io.flexibleupgrades.events.Platform;
import io.flexibleupgrades.events.PublishId;
import io.flexibleupgrades.events.UpgradeId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcollections.PSet;

/**
 * A publish that is in progress.
 *
 * @param modules in alphabetical order
 * @param upgrade whose task it is, null if an operator asked for it
 * @param published the modules that run with their new artifact already
 */
public record OpenPublish(
    PublishId id,
    Platform platform,
    List<ModuleToPublish> modules,
    @Nullable UpgradeId upgrade,
    String requestedBy,
    PSet<ModuleId> published) {
  public OpenPublish {
    modules = List.copyOf(modules);
  }

  /** Returns the artifact that is deployed as it is, null if the module is compiled. */
  @Nullable Digest reused(ModuleId module) {
    return modules.stream()
        .filter(named -> named.module().equals(module))
        .findFirst()
        .map(ModuleToPublish::reused)
        .orElse(null);
  }

  boolean names(ModuleId module) {
    return modules.stream().anyMatch(named -> named.module().equals(module));
  }

  OpenPublish published(ModuleId module) {
    return new OpenPublish(id, platform, modules, upgrade, requestedBy, published.plus(module));
  }
}
