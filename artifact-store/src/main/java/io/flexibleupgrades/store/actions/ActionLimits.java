package io.flexibleupgrades.store.actions;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Positive;

/** How large an action's document may be. */
@ConfigMapping(prefix = "flexup.store.action")
public interface ActionLimits {
  /** Size of the document, in bytes (1 MiB). */
  @WithDefault("1048576")
  @Positive
  int maxBytes();
}
