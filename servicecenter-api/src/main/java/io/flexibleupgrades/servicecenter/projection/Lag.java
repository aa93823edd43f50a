package io.flexibleupgrades.servicecenter.projection;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.common.TopicPartition;

/** How many events of the journal's topic are not in the views yet, as last measured. */
@ApplicationScoped
public class Lag {
  private volatile OptionalLong events = OptionalLong.empty();

  void register(@Observes StartupEvent event, MeterRegistry registry) {
    Gauge.builder("flexup.projection.lag", this, lag -> lag.events.orElse(-1))
        .description("events of the topic that the views do not contain; -1: not known")
        .register(registry);
  }

  /** Returns the number of events, empty while the topic cannot be looked at. */
  public OptionalLong events() {
    return events;
  }

  void measured(Map<TopicPartition, Long> ends, Map<TopicPartition, Long> positions) {
    long sum = 0;
    for (var end : ends.entrySet()) {
      sum += Math.max(0, end.getValue() - positions.getOrDefault(end.getKey(), 0L));
    }
    events = OptionalLong.of(sum);
  }

  void unknown() {
    events = OptionalLong.empty();
  }
}
