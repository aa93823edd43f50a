package io.flexibleupgrades.servicecenter.endpoints;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** Where this service is reached from outside. */
@ConfigMapping(prefix = "flexup.service-center")
interface ServiceCenterAddress {

  /** Its base address, without a path. */
  @WithDefault("http://127.0.0.1:7800")
  URI url();
}
