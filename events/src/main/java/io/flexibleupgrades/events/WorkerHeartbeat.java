package io.flexibleupgrades.events;

import java.time.Instant;
import java.util.List;

/**
 * A worker's sign of life.
 *
 * @param slots how many units it prepares at once, 0 when it takes no more
 * @param toolchain what it compiles with, such as {@code javac 25.0.1}
 * @param draining whether it was told to stop
 * @param running what it works on now, at most {@code slots} before it drains
 */
public record WorkerHeartbeat(
    WorkerName worker, int slots, String toolchain, boolean draining, List<RunningAttempt> running)
    implements WorkerMessage {
  public WorkerHeartbeat {
    toolchain = Text.storable(toolchain);
    running = List.copyOf(running);
  }

  /**
   * One attempt in a worker's hands.
   *
   * @param since when the worker took it, by the worker's clock
   */
  public record RunningAttempt(
      UpgradeId upgradeId, EnvironmentName environment, UnitId unit, int attempt, Instant since) {}
}
