package io.flexibleupgrades.orchestrator.deployment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where published modules are written. */
@ConfigMapping(prefix = "flexup.deployment")
interface DeploymentConfig {

  /** The folder that holds a folder for each environment (path). */
  @WithDefault("${java.io.tmpdir}/flexup-deployments")
  String folder();
}
