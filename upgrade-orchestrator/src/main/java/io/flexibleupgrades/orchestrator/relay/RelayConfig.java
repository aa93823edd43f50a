package io.flexibleupgrades.orchestrator.relay;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How patient the relay is. */
@ConfigMapping(prefix = "flexup.relay")
public interface RelayConfig {

  /**
   * How long the broker may take to acknowledge a batch before it is sent again; twice as long may
   * the active relay be silent before PostgreSQL ends its session, so that another one goes on
   * (duration).
   */
  @WithDefault("10S")
  Duration patience();
}
