package io.flexibleupgrades.orchestrator.environment;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.ModuleKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A module of the factory.
 *
 * @param source digest of its source bundle, null if it has none
 * @param sourceBytes size of its source bundle
 * @param defect why it cannot be compiled, null if nothing stands against it
 * @param running whether it was published successfully at least once, or adopted as running
 */
public record CatalogueModule(
    ModuleId module,
    ModuleKind kind,
    List<ModuleId> producers,
    @Nullable Digest source,
    long sourceBytes,
    @Nullable String defect,
    boolean running) {
  public CatalogueModule {
    producers = List.copyOf(producers);
  }

  CatalogueModule adopted() {
    return new CatalogueModule(module, kind, producers, source, sourceBytes, defect, true);
  }
}
