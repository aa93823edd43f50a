package io.flexibleupgrades.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a worker needs to know to compile one module.
 *
 * @param source digest of its source bundle, null if it has none
 * @param producers artifacts of the modules outside its unit that it consumes directly, and of the
 *     members of their cycles; in alphabetical order of the modules
 * @param defect why it cannot be compiled, null if nothing stands against it
 */
public record RequestedModule(
    ModuleId module,
    @Nullable Digest source,
    List<ProducerArtifact> producers,
    @Nullable String defect) {
  public RequestedModule {
    producers = List.copyOf(producers);
    defect = Text.storableOrNull(defect);
  }
}
