package io.flexibleupgrades.servicecenter.status;

import io.flexibleupgrades.events.EnvironmentName;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Wakes readers when the views of their environment have changed. */
@ApplicationScoped
public class ViewSignals {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<EnvironmentName, Long> rounds = new HashMap<>();
  private final Map<EnvironmentName, Integer> watched = new HashMap<>();
  private boolean stopping;

  /** Wakes the readers of these environments. */
  public void committed(Collection<EnvironmentName> environments) {
    lock.lock();
    try {
      environments.forEach(environment -> rounds.merge(environment, 1L, Long::sum));
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** An environment that somebody reads, until it is closed. */
  interface Watch extends AutoCloseable {
    @Override
    void close();
  }

  /** Takes note that somebody reads the environment. */
  Watch watch(EnvironmentName environment) {
    lock.lock();
    try {
      watched.merge(environment, 1, Integer::sum);
    } finally {
      lock.unlock();
    }
    return () -> unwatch(environment);
  }

  private void unwatch(EnvironmentName environment) {
    lock.lock();
    try {
      watched.computeIfPresent(environment, (_, readers) -> readers == 1 ? null : readers - 1);
    } finally {
      lock.unlock();
    }
  }

  /** Returns the environments that somebody reads. */
  Set<EnvironmentName> watched() {
    lock.lock();
    try {
      return Set.copyOf(watched.keySet());
    } finally {
      lock.unlock();
    }
  }

  void stop(@Observes ShutdownEvent event) {
    lock.lock();
    try {
      stopping = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Returns whether the service is going down and readers should leave. */
  public boolean isStopping() {
    lock.lock();
    try {
      return stopping;
    } finally {
      lock.unlock();
    }
  }

  /** Returns how often the environment's views have changed since this service was started. */
  public long round(EnvironmentName environment) {
    lock.lock();
    try {
      return rounds.getOrDefault(environment, 0L);
    } finally {
      lock.unlock();
    }
  }

  /** Returns when the views have changed since that round, when the time is over, or at the end. */
  public void await(EnvironmentName environment, long round, Duration most)
      throws InterruptedException {
    lock.lock();
    try {
      long nanos = most.toNanos();
      while (nanos > 0 && !stopping && rounds.getOrDefault(environment, 0L) == round) {
        nanos = changed.awaitNanos(nanos);
      }
    } finally {
      lock.unlock();
    }
  }
}
