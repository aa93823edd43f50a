package io.flexibleupgrades.benchmarks.profile;

import java.time.Duration;
import java.time.Instant;

/**
 * A module's way through the system.
 *
 * @param requested when the journal had the request
 * @param started when the worker had it
 * @param compiling when the compiler had it
 * @param compile how long the compiler took
 * @param ended when the broker had the outcome
 * @param prepared when the journal had the outcome
 */
record Attempt(
    Instant requested,
    Instant started,
    Instant compiling,
    Duration compile,
    Instant ended,
    Instant prepared) {

  double waitingMillis() {
    return millis(requested, started);
  }

  double beforeMillis() {
    return millis(started, compiling);
  }

  double compileMillis() {
    return compile.toNanos() / 1e6;
  }

  double afterMillis() {
    return millis(compiling.plus(compile), ended);
  }

  double recordingMillis() {
    return millis(ended, prepared);
  }

  private static double millis(Instant from, Instant to) {
    return Duration.between(from, to).toNanos() / 1e6;
  }
}
