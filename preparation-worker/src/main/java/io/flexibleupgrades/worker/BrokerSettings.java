package io.flexibleupgrades.worker;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the broker is. */
@ConfigMapping(prefix = "kafka.bootstrap")
public interface BrokerSettings {

  /** One or more {@code host:port}, separated by commas. */
  @WithDefault("127.0.0.1:7803")
  String servers();
}
