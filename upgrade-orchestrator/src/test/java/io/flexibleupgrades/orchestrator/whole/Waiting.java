package io.flexibleupgrades.orchestrator.whole;

import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Waits for what another process or thread will show. */
final class Waiting {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Waiting() {}

  /** Returns the first element as soon as there is one. */
  static <T> T until(Supplier<Stream<T>> found) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      var first = found.get().findFirst();
      if (first.isPresent()) {
        return first.get();
      }
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
    throw new AssertionError("Nothing came within " + PATIENCE);
  }
}
