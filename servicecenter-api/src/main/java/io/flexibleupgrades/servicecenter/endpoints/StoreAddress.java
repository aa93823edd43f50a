package io.flexibleupgrades.servicecenter.endpoints;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** Where the artifact store is reached from outside. */
@ConfigMapping(prefix = "flexup.store")
interface StoreAddress {

  /** Its base address, without a path. */
  @WithDefault("http://127.0.0.1:7802")
  URI url();
}
