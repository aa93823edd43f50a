package io.flexibleupgrades.servicecenter.workers;

import io.flexibleupgrades.events.WorkerHeartbeat;
import io.flexibleupgrades.events.WorkerName;
import java.time.Instant;
import java.util.List;

/**
 * A worker that shows signs of life.
 *
 * @param slots how many units it works on at once
 * @param toolchain what it compiles with, such as {@code javac 25.0.1}
 * @param draining whether it was told to stop and takes nothing more
 * @param heardAt when it was last heard, by this service's clock
 */
public record LiveWorker(
    WorkerName worker,
    int slots,
    String toolchain,
    boolean draining,
    Instant heardAt,
    List<Running> running) {

  static LiveWorker of(WorkerHeartbeat heartbeat, Instant heardAt) {
    var running =
        heartbeat.running().stream()
            .map(attempt -> Running.of(heartbeat.worker(), attempt))
            .toList();
    return new LiveWorker(
        heartbeat.worker(),
        heartbeat.slots(),
        heartbeat.toolchain(),
        heartbeat.draining(),
        heardAt,
        running);
  }
}
