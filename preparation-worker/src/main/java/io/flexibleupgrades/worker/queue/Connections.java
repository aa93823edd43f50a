package io.flexibleupgrades.worker.queue;

import java.util.Collection;
import org.apache.kafka.common.Metric;

/** Tells from a Kafka client's own metrics whether it is connected. */
final class Connections {
  private Connections() {}

  static boolean any(Collection<? extends Metric> metrics) {
    for (var metric : metrics) {
      if (metric.metricName().name().equals("connection-count")
          && metric.metricValue() instanceof Number count
          && count.doubleValue() > 0) {
        return true;
      }
    }
    return false;
  }
}
