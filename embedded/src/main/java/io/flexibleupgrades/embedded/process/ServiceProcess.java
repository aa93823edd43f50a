package io.flexibleupgrades.embedded.process;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A child process as it is to be run.
 *
 * @param name names its log and its entry in {@code processes.json}: lower case, digits, hyphens
 * @param title what progress lines call it
 * @param environment added to the environment of the supervising process
 * @param after names of processes that must be ready before this one is started
 * @param stopSignal name of the signal that asks it to end, for example {@code TERM}
 * @param stopGrace how long it may take to end before it is killed
 */
public record ServiceProcess(
    String name,
    String title,
    List<String> command,
    Map<String, String> environment,
    Readiness readiness,
    List<String> after,
    String stopSignal,
    Duration stopGrace) {

  public static final Duration DEFAULT_STOP_GRACE = Duration.ofSeconds(15);

  public ServiceProcess {
    if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException(
          "A process name is made of lower case letters, digits and hyphens, not: " + name);
    }
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
    after = List.copyOf(after);
  }

  /** Returns a process that starts at once, ends on SIGTERM and has 15 s to do so. */
  public static ServiceProcess of(
      String name, String title, List<String> command, Readiness readiness) {
    return new ServiceProcess(
        name, title, command, Map.of(), readiness, List.of(), "TERM", DEFAULT_STOP_GRACE);
  }

  /** Returns the same process, started only when the named ones are ready. */
  public ServiceProcess startedAfter(List<String> names) {
    return new ServiceProcess(
        name, title, command, environment, readiness, names, stopSignal, stopGrace);
  }

  /** Returns the same process with this environment. */
  public ServiceProcess withEnvironment(Map<String, String> variables) {
    return new ServiceProcess(
        name, title, command, variables, readiness, after, stopSignal, stopGrace);
  }

  /** Returns the same process, asked to end by another signal and within another time. */
  public ServiceProcess stoppedBy(String signal, Duration grace) {
    return new ServiceProcess(name, title, command, environment, readiness, after, signal, grace);
  }
}
