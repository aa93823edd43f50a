package io.flexibleupgrades.servicecenter.workers;

import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.WorkerHeartbeat;
import io.flexibleupgrades.events.WorkerName;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * What workers last said of themselves. It is kept in memory only: a worker says it again every few
 * seconds, and what a worker said long ago is of no use.
 */
@ApplicationScoped
public class LiveWorkers {
  private final ConcurrentMap<WorkerName, LiveWorker> heard = new ConcurrentHashMap<>();
  private final WorkersConfig config;
  private final Clock clock;

  LiveWorkers(WorkersConfig config) {
    this.config = config;
    this.clock = Clock.systemUTC();
  }

  void heard(WorkerHeartbeat heartbeat) {
    heard.put(heartbeat.worker(), LiveWorker.of(heartbeat, clock.instant()));
  }

  /** Returns the workers that were heard lately, in alphabetical order. */
  public List<LiveWorker> all() {
    var silent = clock.instant().minus(config.silence());
    heard.values().removeIf(worker -> worker.heardAt().isBefore(silent));
    return heard.values().stream().sorted(Comparator.comparing(w -> w.worker().value())).toList();
  }

  /** Returns what runs for the environment, the longest running first. */
  public List<Running> running(EnvironmentName environment) {
    return all().stream()
        .flatMap(worker -> worker.running().stream())
        .filter(running -> running.environment().equals(environment))
        .sorted(Comparator.comparing(Running::since))
        .toList();
  }

  /** Returns how many modules can be compiled at once by the workers that take more. */
  public int slots() {
    return all().stream().filter(worker -> !worker.draining()).mapToInt(LiveWorker::slots).sum();
  }

  /** Returns as of when the answers are. */
  Instant now() {
    return clock.instant();
  }
}
