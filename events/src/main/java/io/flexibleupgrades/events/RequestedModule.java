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
 * @param options of its own for the compiler, after the platform's; null if it has none
 * @param fresh whether it is compiled even if its result is known, null if not
 */
public record RequestedModule(
    ModuleId module,
    @Nullable Digest source,
    List<ProducerArtifact> producers,
    @Nullable String defect,
    @AddedLater @Nullable List<String> options,
    @AddedLater @Nullable Boolean fresh) {
  public RequestedModule {
    producers = List.copyOf(producers);
    defect = Text.storableOrNull(defect);
    options = options == null ? null : List.copyOf(options);
  }

  /** A module without options of its own. */
  public RequestedModule(
      ModuleId module,
      @Nullable Digest source,
      List<ProducerArtifact> producers,
      @Nullable String defect) {
    this(module, source, producers, defect, null, null);
  }

  /** Returns whether it is compiled even if its result is known. */
  public boolean mustBeCompiled() {
    return Boolean.TRUE.equals(fresh);
  }
}
