package io.flexibleupgrades.servicecenter.endpoints;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** Where the upgrade orchestrator is reached from outside. */
@ConfigMapping(prefix = "flexup.orchestrator")
interface OrchestratorAddress {

  /** Its base address, without a path. */
  @WithDefault("http://127.0.0.1:7801")
  URI url();
}
