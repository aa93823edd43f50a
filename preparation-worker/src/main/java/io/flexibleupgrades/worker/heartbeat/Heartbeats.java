package io.flexibleupgrades.worker.heartbeat;

import io.flexibleupgrades.events.WorkerHeartbeat;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Sends a heartbeat at regular intervals, and at once when an attempt begins or ends. Changes that
 * come while one is on its way are told together by the next.
 */
public final class Heartbeats {
  private static final Logger LOG = Logger.getLogger(Heartbeats.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final WorkerIdentity worker;
  private final RunningAttempts running;
  private final HeartbeatChannel channel;
  private final Duration interval;
  private final Semaphore changes = new Semaphore(0);
  private final Thread thread;
  private volatile boolean draining;
  private volatile boolean stopped;

  public Heartbeats(
      WorkerIdentity worker, RunningAttempts running, HeartbeatChannel channel, Duration interval) {
    this.worker = worker;
    this.running = running;
    this.channel = channel;
    this.interval = interval;
    this.thread = Thread.ofVirtual().name("heartbeats").unstarted(this::beat);
  }

  public void start() {
    running.onChange(changes::release);
    thread.start();
  }

  /** From now on the worker says that it takes no more. */
  public void drain() {
    draining = true;
    changes.release();
  }

  /** Sends the last heartbeat, in which nothing runs, and ends. */
  public void stop() throws InterruptedException {
    stopped = true;
    draining = true;
    changes.release();
    thread.join();
    channel.send(heartbeat(List.of()), PATIENCE);
  }

  private void beat() {
    boolean silent = false;
    try {
      while (!stopped) {
        boolean heard = channel.send(heartbeat(running.now()), PATIENCE);
        if (heard == silent) {
          LOG.infof(heard ? "heartbeats are heard again" : "heartbeats are not heard: no broker");
        }
        silent = !heard;
        waitForChange();
      }
    } catch (InterruptedException _) {
      LOG.debug("heartbeats end");
    }
  }

  private void waitForChange() throws InterruptedException {
    if (changes.tryAcquire(interval.toMillis(), TimeUnit.MILLISECONDS)) {
      changes.drainPermits();
    }
  }

  private WorkerHeartbeat heartbeat(List<WorkerHeartbeat.RunningAttempt> attempts) {
    return new WorkerHeartbeat(
        worker.name(), draining ? 0 : worker.slots(), worker.toolchain(), draining, attempts);
  }
}
