package io.flexibleupgrades.orchestrator.platform;

import io.flexibleupgrades.events.Platform;
import io.flexibleupgrades.events.PlatformVersion;
import java.util.Optional;

/** The platform distributions that were pushed. */
public interface PlatformCatalogue {

  /**
   * Returns the distribution that is stored under this version now, empty if none was pushed.
   *
   * @throws io.flexibleupgrades.orchestrator.store.StoreUnavailableException if the artifact store
   *     does not answer
   */
  Optional<Platform> find(PlatformVersion version);

  /**
   * Whether these very bits can be served to workers.
   *
   * @throws io.flexibleupgrades.orchestrator.store.StoreUnavailableException if the artifact store
   *     does not answer
   */
  boolean serves(Platform platform);
}
