package io.flexibleupgrades.orchestrator.dispatch;

import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.UpgradeId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many compiles are in the queue at once: about twice the live slots, so that no worker waits
 * and yet a pause is quick and priorities count. Preparations share it fairly, those of upgrades
 * and those of publishes; what one does not use, the others may.
 */
@ApplicationScoped
public class DispatchWindow {
  private static final int REQUESTS_PER_SLOT = 2;

  private final DispatchConfig config;
  private final Workers workers;
  private final Map<UpgradeId, Use> compiling = new ConcurrentHashMap<>();

  DispatchWindow(DispatchConfig config, Workers workers) {
    this.config = config;
    this.workers = workers;
  }

  /** Takes note of how many compiles of a preparation are in the queue now. */
  public void uses(EnvironmentName environment, UpgradeId preparation, int requests) {
    compiling.put(preparation, new Use(environment, requests));
  }

  /** Takes note that a preparation requests nothing any more. */
  public void leave(UpgradeId preparation) {
    compiling.remove(preparation);
  }

  /** Returns the preparations of an environment that have a share of the window. */
  public List<UpgradeId> preparationsOf(EnvironmentName environment) {
    return compiling.entrySet().stream()
        .filter(use -> use.getValue().environment().equals(environment))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Returns how many more compiles the preparation may request now, 0 or more. */
  public int room(EnvironmentName environment, UpgradeId preparation, int requests) {
    uses(environment, preparation, requests);
    int window = Math.max(config.leastWindow(), REQUESTS_PER_SLOT * workers.slots());
    int others = compiling.values().stream().mapToInt(Use::requests).sum() - requests;
    int fairShare = Math.ceilDiv(window, compiling.size());
    return Math.max(0, Math.max(fairShare, window - others) - requests);
  }

  private record Use(EnvironmentName environment, int requests) {}
}
