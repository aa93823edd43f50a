package io.flexibleupgrades.orchestrator.dispatch;

import io.flexibleupgrades.events.WorkerHeartbeat;
import io.flexibleupgrades.events.WorkerName;
import io.flexibleupgrades.orchestrator.timers.TimerConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The workers that gave a sign of life lately. */
@ApplicationScoped
public class Workers {
  private final TimerConfig config;
  private final ConcurrentHashMap<WorkerName, Seen> seen = new ConcurrentHashMap<>();

  Workers(TimerConfig config) {
    this.config = config;
  }

  public void heard(WorkerHeartbeat heartbeat) {
    if (heartbeat.slots() == 0 && heartbeat.running().isEmpty()) {
      seen.remove(heartbeat.worker());
    } else {
      seen.put(heartbeat.worker(), new Seen(heartbeat, System.nanoTime()));
    }
  }

  /** Returns how many units all live workers prepare at once. */
  public int slots() {
    return live().mapToInt(WorkerHeartbeat::slots).sum();
  }

  /** Whether the worker gave a sign of life lately. */
  public boolean isLive(WorkerName worker) {
    return live().anyMatch(heartbeat -> heartbeat.worker().equals(worker));
  }

  /** Whether a live worker has nothing to do on one of its slots. */
  public boolean hasFreeSlot() {
    return live().anyMatch(worker -> worker.running().size() < worker.slots());
  }

  private Stream<WorkerHeartbeat> live() {
    long now = System.nanoTime();
    seen.values().removeIf(worker -> now - worker.at() > config.lease().toNanos());
    return seen.values().stream().map(Seen::heartbeat);
  }

  private record Seen(WorkerHeartbeat heartbeat, long at) {}
}
