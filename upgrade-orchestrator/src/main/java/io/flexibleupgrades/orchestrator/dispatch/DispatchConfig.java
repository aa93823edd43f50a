package io.flexibleupgrades.orchestrator.dispatch;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much work is kept in the queue. */
@ConfigMapping(prefix = "flexup.dispatch")
interface DispatchConfig {

  /** The smallest window, also while no worker is live (units). */
  @WithDefault("4")
  int leastWindow();
}
