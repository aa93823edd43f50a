package io.flexibleupgrades.worker.readiness;

import io.flexibleupgrades.worker.queue.PrepareRequests;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether the worker can take requests. */
@Readiness
@ApplicationScoped
class QueueReadiness implements HealthCheck {
  private final PrepareRequests requests;

  QueueReadiness(PrepareRequests requests) {
    this.requests = requests;
  }

  @Override
  public HealthCheckResponse call() {
    var response = HealthCheckResponse.named("queue of prepare requests");
    return requests.connected()
        ? response.up().build()
        : response.down().withData("waiting for", "the broker").build();
  }
}
