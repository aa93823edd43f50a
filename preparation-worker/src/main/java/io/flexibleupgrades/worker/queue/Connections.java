package io.flexibleupgrades.worker.queue;

import java.util.Collection;
import org.apache.kafka.common.Metric;

/** Tells from a Kafka client's own metrics whether it is connected, and hears something. */
final class Connections {
  private Connections() {}

  static double bytesReceived(Collection<? extends Metric> metrics) {
    double total = 0;
    for (var metric : metrics) {
      if (metric.metricName().name().equals("incoming-byte-total")
          && metric.metricName().tags().size() == 1
          && metric.metricValue() instanceof Number bytes) {
        total += bytes.doubleValue();
      }
    }
    return total;
  }

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
