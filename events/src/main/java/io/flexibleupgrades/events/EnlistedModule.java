package io.flexibleupgrades.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A module as a preparation sees it: the plan is frozen when the upgrade starts.
 *
 * @param producers the modules in scope that it consumes directly, in alphabetical order
 * @param source digest of its source bundle, null if it has none
 * @param weight expected compile time in milliseconds: the last one recorded, or an estimate from
 *     the source's size; 1 or more
 * @param defect why it cannot be compiled, null if nothing stands against it
 */
public record EnlistedModule(
    ModuleId module,
    ModuleKind kind,
    List<ModuleId> producers,
    @Nullable Digest source,
    long weight,
    @Nullable String defect) {
  public EnlistedModule {
    producers = List.copyOf(producers);
    defect = Text.storableOrNull(defect);
  }
}
