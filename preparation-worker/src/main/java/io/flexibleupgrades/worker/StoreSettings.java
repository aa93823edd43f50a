package io.flexibleupgrades.worker;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where the artifact store is. */
@ConfigMapping(prefix = "flexup.store")
public interface StoreSettings {

  /** Its address, without a path. */
  @WithDefault("http://127.0.0.1:7802")
  URI url();

  /** How long to go on trying while it is away. */
  @WithDefault("PT60S")
  Duration patience();
}
