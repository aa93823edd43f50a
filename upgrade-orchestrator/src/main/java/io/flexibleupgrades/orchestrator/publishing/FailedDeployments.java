package io.flexibleupgrades.orchestrator.publishing;

import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.PublishId;
import io.flexibleupgrades.orchestrator.deployment.DeploymentConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Deployments that do not succeed: tried again for a while, then given up, so that a publish always
 * comes to its end. After a restart the while begins anew.
 */
@ApplicationScoped
class FailedDeployments {
  private final Duration patience;
  private final Map<Key, Failure> failures = new ConcurrentHashMap<>();

  FailedDeployments(DeploymentConfig config) {
    patience = config.patience();
  }

  private record Key(PublishId publish, ModuleId module) {}

  /**
   * A deployment that did not succeed.
   *
   * @param since nanoseconds of its first failure
   * @param givenUp why it is not tried again, null as long as it is
   */
  private record Failure(long since, @Nullable String givenUp) {}

  /** The target could not be written. */
  void failed(PublishId publish, ModuleId module, IOException cause) {
    failures.compute(
        new Key(publish, module),
        (_, before) -> {
          long since = before == null ? System.nanoTime() : before.since();
          boolean isOver = System.nanoTime() - since >= patience.toNanos();
          return new Failure(
              since,
              isOver
                  ? "Module '%s' was not deployed: its folder could not be written for %d s (%s). See to the folder, then publish it again."
                      .formatted(module, patience.toSeconds(), cause)
                  : null);
        });
  }

  /** The artifact is no longer in the store; trying again does not bring it back. */
  void lost(PublishId publish, ModuleId module) {
    failures.put(
        new Key(publish, module),
        new Failure(
            System.nanoTime(),
            "Module '%s' was not deployed: its artifact is no longer in the artifact store. Publish it again, and it is compiled."
                .formatted(module)));
  }

  /** Returns the modules of a publish that are given up. */
  Set<ModuleId> givenUp(PublishId publish) {
    return reasons(publish).keySet();
  }

  /** Returns why modules of a publish are given up, null if none is. */
  @Nullable String reason(PublishId publish) {
    var reasons = reasons(publish);
    return reasons.isEmpty() ? null : reasons.values().stream().collect(Collectors.joining(" "));
  }

  /** Forgets a publish that has ended. */
  void forget(PublishId publish) {
    failures.keySet().removeIf(key -> key.publish().equals(publish));
  }

  private Map<ModuleId, String> reasons(PublishId publish) {
    var reasons = new TreeMap<ModuleId, String>();
    failures.forEach((key, failure) -> {
      if (key.publish().equals(publish) && failure.givenUp() != null) {
        reasons.put(key.module(), failure.givenUp());
      }
    });
    return reasons;
  }
}
