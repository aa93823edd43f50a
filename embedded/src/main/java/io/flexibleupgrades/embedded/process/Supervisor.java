package io.flexibleupgrades.embedded.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Starts the processes of a data folder, starts again what ends by itself, and ends all of them in
 * reverse order. One data folder has one supervisor; what an earlier one left behind when it was
 * killed is ended first.
 */
public final class Supervisor implements AutoCloseable {

  /** A log that reaches this size becomes the one old file that is kept. */
  public static final long LOG_LIMIT_BYTES = 10L * 1024 * 1024;

  private final DataFolderLock lock;
  private final Launcher launcher;
  private final ProcessLedger ledger;
  private final Consumer<String> progress;
  private final Map<String, SupervisedProcess> processes = new LinkedHashMap<>();
  private final Map<String, List<String>> after = new LinkedHashMap<>();

  private Supervisor(
      DataFolderLock lock, Launcher launcher, ProcessLedger ledger, Consumer<String> progress) {
    this.lock = lock;
    this.launcher = launcher;
    this.ledger = ledger;
    this.progress = progress;
  }

  /** Returns the supervisor of a data folder, refused while it has another one. */
  public static Supervisor open(Path dataFolder, Consumer<String> progress) throws IOException {
    return open(dataFolder, LOG_LIMIT_BYTES, progress);
  }

  static Supervisor open(Path dataFolder, long logLimitBytes, Consumer<String> progress)
      throws IOException {
    var lock = DataFolderLock.take(dataFolder);
    ProcessLedger.endLeftovers(dataFolder)
        .forEach((name, pid) ->
            progress.accept(
                "ended %s (process %d), left behind by an earlier run".formatted(name, pid)));
    var logs = Files.createDirectories(dataFolder.resolve("logs"));
    return new Supervisor(
        lock, new Launcher(logs, logLimitBytes), new ProcessLedger(dataFolder), progress);
  }

  /** Starts a process as soon as those that it comes after are ready; does not wait for that. */
  public synchronized SupervisedProcess start(ServiceProcess service) {
    if (processes.containsKey(service.name())) {
      throw new IllegalArgumentException(
          "There is a process named " + service.name() + " already.");
    }
    var before = service.after().stream().map(this::process).toList();
    var process = new SupervisedProcess(service, launcher, ledger, progress, before);
    processes.put(service.name(), process);
    after.put(service.name(), service.after());
    process.start();
    return process;
  }

  /** Returns the process of this name. */
  public synchronized SupervisedProcess process(String name) {
    var process = processes.get(name);
    if (process == null) {
      throw new IllegalArgumentException(
          "There is no process named %s, only %s.".formatted(name, processes.keySet()));
    }
    return process;
  }

  /** Returns the names of all processes in the order of their start. */
  public synchronized List<String> names() {
    return List.copyOf(processes.keySet());
  }

  /** Stops a process and forgets it. */
  public void stop(String name) throws InterruptedException {
    process(name).stop();
    synchronized (this) {
      processes.remove(name);
      after.remove(name);
    }
  }

  /** Returns when every process is ready; fails when one is not within this time. */
  public void awaitReady(Duration timeout) throws InterruptedException {
    var end = System.nanoTime() + timeout.toNanos();
    for (var name : names()) {
      process(name).awaitReady(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
    }
  }

  /** Ends all processes, each after those that depend on it, and gives the data folder free. */
  @Override
  public void close() throws IOException {
    close(List.of());
  }

  /** Ends the named processes before all others, then the rest as {@link #close()} does. */
  public void close(List<String> first) throws IOException {
    try (lock;
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var firstStopped = first.stream().map(name -> stopAfter(name, List.of(), threads)).toList();
      var stopped = new LinkedHashMap<String, Future<?>>();
      for (var name : names().reversed()) {
        if (!first.contains(name)) {
          var earlier = new ArrayList<Future<?>>(firstStopped);
          dependentsOf(name).stream()
              .filter(dependent -> !first.contains(dependent))
              .forEach(dependent -> earlier.add(stopped.get(dependent)));
          stopped.put(name, stopAfter(name, earlier, threads));
        }
      }
      for (var stop : Stream.concat(firstStopped.stream(), stopped.values().stream()).toList()) {
        stop.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("A process could not be stopped", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while processes were being stopped", e);
    }
  }

  private Future<?> stopAfter(String name, List<Future<?>> earlier, ExecutorService threads) {
    var process = process(name);
    return threads.submit(() -> {
      for (var stop : earlier) {
        stop.get();
      }
      process.stop();
      return name;
    });
  }

  private synchronized List<String> dependentsOf(String name) {
    var dependents = new ArrayList<String>();
    after.forEach((dependent, producers) -> {
      if (producers.contains(name)) {
        dependents.add(dependent);
      }
    });
    return dependents;
  }
}
