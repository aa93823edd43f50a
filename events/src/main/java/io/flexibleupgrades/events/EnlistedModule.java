package io.flexibleupgrades.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A module as a preparation sees it: the plan is frozen when it starts.
 *
 * @param producers the modules in scope that it consumes directly, in alphabetical order
 * @param source digest of its source bundle, null if it has none
 * @param weight expected compile time in milliseconds: the last one recorded, or an estimate from
 *     the source's size; 1 or more
 * @param defect why it cannot be compiled, null if nothing stands against it
 * @param options compile-time settings of its own, null if it has none
 * @param given artifacts of the modules out of scope that it consumes directly, in alphabetical
 *     order; null if there are none
 * @param fresh whether it is compiled even if its result is known, null if not
 */
public record EnlistedModule(
    ModuleId module,
    ModuleKind kind,
    List<ModuleId> producers,
    @Nullable Digest source,
    long weight,
    @Nullable String defect,
    @AddedLater @Nullable List<String> options,
    @AddedLater @Nullable List<ProducerArtifact> given,
    @AddedLater @Nullable Boolean fresh) {
  public EnlistedModule {
    producers = List.copyOf(producers);
    defect = Text.storableOrNull(defect);
    options = options == null ? null : List.copyOf(options);
    given = given == null ? null : List.copyOf(given);
  }

  /** A module without settings all of whose producers are in scope. */
  public EnlistedModule(
      ModuleId module,
      ModuleKind kind,
      List<ModuleId> producers,
      @Nullable Digest source,
      long weight,
      @Nullable String defect) {
    this(module, kind, producers, source, weight, defect, null, null, null);
  }
}
