package io.flexibleupgrades.orchestrator.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** How attempts to deliver ended, as numbers for whoever watches the orchestrator. */
@ApplicationScoped
class DeliveryMetrics {
  private final Counter delivered;
  private final Counter retried;
  private final Counter givenUp;
  private final Counter disabled;

  DeliveryMetrics(MeterRegistry registry) {
    delivered = counter(registry, "delivered");
    retried = counter(registry, "retried");
    givenUp = counter(registry, "given-up");
    disabled = counter(registry, "disabled");
  }

  void delivered() {
    delivered.increment();
  }

  void retried() {
    retried.increment();
  }

  void givenUp() {
    givenUp.increment();
  }

  void disabled() {
    disabled.increment();
  }

  private static Counter counter(MeterRegistry registry, String result) {
    return Counter.builder("flexup.webhook.attempts")
        .description("Attempts to deliver a notification, by what became of them")
        .tag("result", result)
        .register(registry);
  }
}
