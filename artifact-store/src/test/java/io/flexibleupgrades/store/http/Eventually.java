package io.flexibleupgrades.store.http;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what another thread or process does. */
public final class Eventually {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private Eventually() {}

  public static void holds(Callable<Boolean> condition) throws Exception {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!condition.call()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not so after " + LIMIT);
      }
      Thread.sleep(50);
    }
  }
}
