package io.flexibleupgrades.events;

import org.jspecify.annotations.Nullable;

/**
 * A module that is being published.
 *
 * @param reused the artifact that is deployed as it is, null if the module is compiled first
 * @param reason why it is reused or compiled, in a sentence for the operator
 */
public record ModuleToPublish(ModuleId module, @Nullable Digest reused, String reason) {
  public ModuleToPublish {
    reason = Text.storable(reason);
  }
}
