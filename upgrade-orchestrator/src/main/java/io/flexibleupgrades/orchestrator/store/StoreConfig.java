package io.flexibleupgrades.orchestrator.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where the artifact store is. */
@ConfigMapping(prefix = "flexup.store")
interface StoreConfig {

  /** The store's base address (URI). */
  @WithDefault("http://127.0.0.1:7802")
  URI url();

  /** How long a request to the store may take (duration). */
  @WithDefault("5S")
  Duration timeout();
}
