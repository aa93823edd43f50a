package io.flexibleupgrades.orchestrator.dispatch;

import io.flexibleupgrades.orchestrator.timers.TimerConfig;
import jakarta.enterprise.context.ApplicationScoped;

/** Knows when the last outcome came: while any come, a request that waits is only in a queue. */
@ApplicationScoped
public class OutcomeClock {
  private final long silenceNanos;
  private volatile long last = System.nanoTime();

  OutcomeClock(TimerConfig config) {
    silenceNanos = config.pickup().toNanos();
  }

  /** Takes note that an outcome came just now. */
  public void tick() {
    last = System.nanoTime();
  }

  /** Whether no outcome came for as long as a request may wait in the queue. */
  public boolean areSilent() {
    return System.nanoTime() - last >= silenceNanos;
  }
}
