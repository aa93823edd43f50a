package io.flexibleupgrades.systemtests.faults;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** What every byte of a line passes: open, slow or shut. */
final class FaultGate {
  private static final Duration LATE = Duration.ofMillis(100);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private @Nullable LineFault fault;

  @Nullable LineFault fault() {
    lock.lock();
    try {
      return fault;
    } finally {
      lock.unlock();
    }
  }

  void set(@Nullable LineFault next) {
    lock.lock();
    try {
      fault = next;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Returns when bytes may pass. */
  void pass() throws InterruptedException {
    lock.lock();
    try {
      while (fault == LineFault.STALL) {
        changed.await();
      }
      if (fault != LineFault.DELAY) {
        return;
      }
    } finally {
      lock.unlock();
    }
    Thread.sleep(LATE);
  }
}
