package io.flexibleupgrades.cli.environment;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.flexibleupgrades.cli.http.Answer;
import io.flexibleupgrades.cli.http.ApiPath;
import io.flexibleupgrades.cli.http.ServiceClient;
import io.flexibleupgrades.events.EnvironmentKind;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.LockPolicy;
import io.flexibleupgrades.events.PlatformVersion;

/** An environment as it is to be made. */
public record NewEnvironment(
    EnvironmentName name,
    EnvironmentKind kind,
    String edition,
    PlatformVersion platform,
    LockPolicy lock) {

  /** Makes it; it is no change if it exists just so. */
  public Answer create(ServiceClient orchestrator) {
    return orchestrator.put(
        ApiPath.of("environments", name),
        JsonNodeFactory.instance
            .objectNode()
            .put("kind", kind.toString())
            .put("edition", edition)
            .put("platform", platform.value())
            .put("lock", lock.toString()));
  }
}
