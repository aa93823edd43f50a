package io.flexibleupgrades.worker.queue;

import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.Metric;

/**
 * Whether nothing came from the broker for so long that a share consumer had better be closed: it
 * uses all of a processor while it waits for a broker that is away. Used by one thread.
 */
final class BrokerSilence {
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final Duration LONGEST_WITHOUT_CONNECTION = Duration.ofSeconds(2);

  private final Supplier<? extends Map<?, ? extends Metric>> metrics;
  private double received;
  private long since = System.nanoTime();

  BrokerSilence(Supplier<? extends Map<?, ? extends Metric>> metrics) {
    this.metrics = metrics;
  }

  boolean isTooLong() {
    var now = metrics.get().values();
    double total = Connections.bytesReceived(now);
    if (total != received) {
      received = total;
      since = System.nanoTime();
    }
    var longest = Connections.any(now) ? LONGEST : LONGEST_WITHOUT_CONNECTION;
    return System.nanoTime() - since > longest.toNanos();
  }
}
