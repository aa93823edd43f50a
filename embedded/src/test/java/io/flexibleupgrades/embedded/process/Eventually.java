package io.flexibleupgrades.embedded.process;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for something that happens in another process. */
public final class Eventually {

  private Eventually() {}

  /** Returns as soon as the condition holds; fails when it does not within this time. */
  public static void holds(Duration timeout, BooleanSupplier condition)
      throws InterruptedException {
    var end = System.nanoTime() + timeout.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("The condition does not hold after " + timeout);
      }
      Thread.sleep(50);
    }
  }
}
