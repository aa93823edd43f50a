package io.flexibleupgrades.servicecenter.workers;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When a worker is no longer shown. */
@ConfigMapping(prefix = "flexup.workers")
interface WorkersConfig {

  /** How long a worker may be silent before it counts as gone. */
  @WithDefault("10S")
  Duration silence();
}
