package io.flexibleupgrades.orchestrator.deployment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Where published modules are written. */
@ConfigMapping(prefix = "flexup.deployment")
public interface DeploymentConfig {

  /** The folder that holds a folder for each environment (path). */
  @WithDefault("${java.io.tmpdir}/flexup-deployments")
  String folder();

  /**
   * How long a module's folder may be impossible to write before its publish ends without it
   * (duration).
   */
  @WithDefault("2M")
  Duration patience();
}
