package io.flexibleupgrades.events;

/**
 * A module that a preparation leaves alone.
 *
 * @param reason in a sentence for the operator
 */
public record ExcludedModule(ModuleId module, ModuleKind kind, String reason) {
  public ExcludedModule {
    reason = Text.storable(reason);
  }
}
