package io.flexibleupgrades.orchestrator.deployment;

import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.ModuleId;
import java.io.IOException;
import java.util.OptionalLong;
import java.util.Set;

/** Makes runtimes run what was published. Doing the same again changes nothing. */
public interface Deployment {

  /**
   * Deploys a release: runtimes see it whole, or what was there before. One with a smaller number
   * than what is deployed already changes nothing.
   *
   * @return the artifact's size in bytes, nothing if the artifact store does not have it
   * @throws IOException if the target cannot be written; it is as it was
   * @throws io.flexibleupgrades.orchestrator.store.StoreUnavailableException if the store does not
   *     answer
   */
  OptionalLong deploy(Release release) throws IOException;

  /**
   * Takes away what is deployed of modules that the factory no longer has.
   *
   * @param modules that the factory has
   */
  void retain(EnvironmentName environment, Set<ModuleId> modules) throws IOException;
}
