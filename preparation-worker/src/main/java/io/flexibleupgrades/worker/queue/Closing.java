package io.flexibleupgrades.worker.queue;

import java.time.Duration;

/** Ends slots without waiting for the work in hand. */
final class Closing {
  private Closing() {}

  static void now(Slots slots) {
    try {
      slots.drain(Duration.ZERO);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
