package io.flexibleupgrades.embedded.system;

import io.flexibleupgrades.embedded.Installation;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/**
 * How the whole product is to be run on this machine.
 *
 * @param dataFolder holds the lock, the logs and {@code endpoints.json}
 * @param stateFolder holds what the services keep
 * @param emptyState whether the state folder is emptied before the start
 * @param workers how many preparation workers to start
 * @param slots modules that one worker compiles at the same time
 * @param environment variables added per process name; the name "worker" means all of them
 * @param lines how the processes reach each other
 * @param progress receives a line for each step
 */
public record SystemSettings(
    Installation installation,
    Path dataFolder,
    Path stateFolder,
    boolean emptyState,
    int workers,
    int slots,
    Map<String, Map<String, String>> environment,
    Lines lines,
    Consumer<String> progress) {

  public SystemSettings {
    dataFolder = dataFolder.toAbsolutePath().normalize();
    stateFolder = stateFolder.toAbsolutePath().normalize();
    environment = Map.copyOf(environment);
    if (workers < 0 || slots < 1) {
      throw new IllegalArgumentException(
          "There are %d workers with %d slots; at least 0 workers and 1 slot are needed."
              .formatted(workers, slots));
    }
  }

  /** Returns a system that keeps its state: one worker with a slot per processor, at most four. */
  public static SystemSettings keeping(
      Installation installation, Path dataFolder, Consumer<String> progress) {
    return new SystemSettings(
        installation,
        dataFolder,
        dataFolder.resolve("state"),
        false,
        1,
        Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4),
        Map.of(),
        Lines.DIRECT,
        progress);
  }

  /** Returns the same system with an empty state in a folder of its own at each start. */
  public SystemSettings startingEmpty(String folder) {
    return new SystemSettings(
        installation,
        dataFolder,
        dataFolder.resolve(folder),
        true,
        workers,
        slots,
        environment,
        lines,
        progress);
  }

  /** Returns the same system with so many workers. */
  public SystemSettings withWorkers(int count) {
    return new SystemSettings(
        installation,
        dataFolder,
        stateFolder,
        emptyState,
        count,
        slots,
        environment,
        lines,
        progress);
  }

  /** Returns the folder that published modules are deployed to. */
  public Path deploymentFolder() {
    return stateFolder.resolve("deployments");
  }

  /** Returns the same system whose workers have so many slots each. */
  public SystemSettings withSlots(int count) {
    return new SystemSettings(
        installation,
        dataFolder,
        stateFolder,
        emptyState,
        workers,
        count,
        environment,
        lines,
        progress);
  }

  /** Returns the same system with these variables per process name. */
  public SystemSettings withEnvironment(Map<String, Map<String, String>> variables) {
    return new SystemSettings(
        installation,
        dataFolder,
        stateFolder,
        emptyState,
        workers,
        slots,
        variables,
        lines,
        progress);
  }

  /** Returns the same system out of another installation. */
  SystemSettings withInstallation(Installation other) {
    return new SystemSettings(
        other, dataFolder, stateFolder, emptyState, workers, slots, environment, lines, progress);
  }

  /** Returns the same system whose processes reach each other over these lines. */
  public SystemSettings withLines(Lines between) {
    return new SystemSettings(
        installation,
        dataFolder,
        stateFolder,
        emptyState,
        workers,
        slots,
        environment,
        between,
        progress);
  }
}
