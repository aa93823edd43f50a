package io.flexibleupgrades.worker.heartbeat;

import io.flexibleupgrades.events.WorkerHeartbeat.RunningAttempt;
import java.util.ArrayList;
import java.util.List;

/** The attempts in this worker's hands. Thread-safe. */
public final class RunningAttempts {
  private final List<RunningAttempt> running = new ArrayList<>();
  private Runnable listener = () -> {};

  /** Adds an attempt, which counts as running until it is ended. */
  public void begin(RunningAttempt attempt) {
    synchronized (this) {
      running.add(attempt);
    }
    changed();
  }

  /** Takes an attempt away again. */
  public void end(RunningAttempt attempt) {
    synchronized (this) {
      running.remove(attempt);
    }
    changed();
  }

  /** Returns the attempts that run now, in the order they began. */
  public synchronized List<RunningAttempt> now() {
    return List.copyOf(running);
  }

  synchronized void onChange(Runnable runnable) {
    listener = runnable;
  }

  private void changed() {
    Runnable told;
    synchronized (this) {
      told = listener;
    }
    told.run();
  }
}
