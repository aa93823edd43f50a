package io.flexibleupgrades.benchmarks.compare;

import java.time.Duration;

/**
 * One measurement.
 *
 * @param round of the comparison, from 1
 * @param modules how many were compiled, or known in {@link Measured#SYSTEM_CACHED}
 */
public record Run(Measured measured, int round, Duration wall, int modules) {

  public double seconds() {
    return wall.toNanos() / 1e9;
  }
}
