package io.flexibleupgrades.embedded.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A child process that is started again whenever it ends by itself, until it is stopped. */
public final class SupervisedProcess {

  private static final Duration FIRST_BACKOFF = Duration.ofMillis(200);
  private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(5);
  private static final Duration STABLE_AFTER = Duration.ofSeconds(30);
  private static final int FAILED_STARTS = 5;
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);

  private final ServiceProcess service;
  private final Launcher launcher;
  private final ProcessLedger ledger;
  private final Consumer<String> progress;
  private final List<SupervisedProcess> before;

  private final ReentrantLock changes = new ReentrantLock();
  private volatile @Nullable ProcessRun run;
  private volatile boolean wanted;
  private final AtomicInteger starts = new AtomicInteger();
  private @Nullable Thread keeper;

  SupervisedProcess(
      ServiceProcess service,
      Launcher launcher,
      ProcessLedger ledger,
      Consumer<String> progress,
      List<SupervisedProcess> before) {
    this.service = service;
    this.launcher = launcher;
    this.ledger = ledger;
    this.progress = progress;
    this.before = before;
  }

  public String name() {
    return service.name();
  }

  /** Returns the log that its output goes to. */
  public Path log() {
    return launcher.log(service.name());
  }

  /** Returns the pid of the present or last run. */
  public long pid() {
    var current = run;
    if (current == null) {
      throw new IllegalStateException(service.title() + " has not been started.");
    }
    return current.process().pid();
  }

  public boolean isRunning() {
    var current = run;
    return current != null && current.process().isAlive();
  }

  public boolean isReady() {
    var current = run;
    return current != null && current.isReady();
  }

  /** Returns how often it was started. */
  public int starts() {
    return starts.get();
  }

  /** Returns when it serves; fails when it does not within this time, or keeps ending instead. */
  public void awaitReady(Duration timeout) throws InterruptedException {
    var end = System.nanoTime() + timeout.toNanos();
    var startsBefore = starts.get();
    while (!isReady()) {
      if (System.nanoTime() > end || starts.get() - startsBefore > FAILED_STARTS) {
        throw new IllegalStateException(
            "%s is not ready (waited for %d s at most, started %d times). Its log %s ends with:%n%s"
                .formatted(
                    service.title(),
                    timeout.toSeconds(),
                    starts.get(),
                    log(),
                    RotatingLog.end(log())));
      }
      Thread.sleep(LOOK_EVERY);
    }
  }

  /** Starts it if it is not wanted yet; does not wait for its readiness. */
  public void start() {
    changes.lock();
    try {
      if (!wanted) {
        wanted = true;
        keeper = Thread.ofVirtual().name("keeper-" + service.name()).start(this::keepRunning);
      }
    } finally {
      changes.unlock();
    }
  }

  /** Asks it to end, kills it after its grace period, and leaves it stopped. */
  public void stop() throws InterruptedException {
    Thread waitFor;
    changes.lock();
    try {
      wanted = false;
      waitFor = keeper;
      keeper = null;
    } finally {
      changes.unlock();
    }
    end();
    if (waitFor != null) {
      waitFor.interrupt();
      waitFor.join();
    }
  }

  /** Stops it, starts it again and returns when it is ready. */
  public void restart(Duration timeout) throws InterruptedException {
    stop();
    start();
    awaitReady(timeout);
  }

  /** Kills the present run (SIGKILL) and returns when it is gone. It is started again. */
  public void kill() throws InterruptedException {
    var current = run;
    if (current != null) {
      current.process().destroyForcibly().waitFor();
    }
  }

  /** Sends a signal by its name, for example {@code STOP}, to the present run. */
  public void signal(String signal) throws InterruptedException {
    var current = run;
    if (current != null) {
      current.signal(signal);
    }
  }

  private void end() throws InterruptedException {
    var current = run;
    if (current == null || !current.process().isAlive()) {
      return;
    }
    progress.accept("stopping " + service.title() + "…");
    if (!current.end(service.stopSignal(), service.stopGrace())) {
      progress.accept(
          "%s did not end within %d s and was killed"
              .formatted(service.title(), service.stopGrace().toSeconds()));
    }
  }

  private void keepRunning() {
    try {
      for (var process : before) {
        while (!process.isReady()) {
          Thread.sleep(LOOK_EVERY);
        }
      }
      var backoff = FIRST_BACKOFF;
      for (var current = next(); current != null; current = next()) {
        var exit = current.process().waitFor();
        forget();
        if (!wanted) {
          return;
        }
        backoff = current.age().compareTo(STABLE_AFTER) > 0 ? FIRST_BACKOFF : backoff;
        progress.accept(
            "%s ended with exit code %d; starting it again in %d ms (log: %s)"
                .formatted(service.title(), exit, backoff.toMillis(), log()));
        Thread.sleep(backoff);
        var doubled = backoff.multipliedBy(2);
        backoff = doubled.compareTo(LONGEST_BACKOFF) > 0 ? LONGEST_BACKOFF : doubled;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private @Nullable ProcessRun next() {
    changes.lock();
    try {
      if (!wanted) {
        return null;
      }
      progress.accept("starting " + service.title() + "…");
      var next = launcher.launch(service);
      run = next;
      starts.incrementAndGet();
      ledger.running(service.name(), next.process().toHandle());
      Thread.ofVirtual().name("probe-" + service.name()).start(() -> announce(next));
      return next;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the list of running processes", e);
    } finally {
      changes.unlock();
    }
  }

  private void announce(ProcessRun started) {
    try {
      if (started.awaitReady()) {
        var seconds = started.age().toMillis() / 1000.0;
        progress.accept("%s is ready (%.1f s)".formatted(service.title(), seconds));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void forget() {
    try {
      ledger.ended(service.name());
    } catch (IOException e) {
      progress.accept("The list of running processes cannot be written: " + e);
    }
  }
}
