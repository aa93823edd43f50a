package io.flexibleupgrades.worker.readiness;

import io.flexibleupgrades.worker.artifacts.StoreClient;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether the worker can fetch sources and store artifacts. */
@Readiness
@ApplicationScoped
class StoreReadiness implements HealthCheck {
  private final StoreClient store;

  StoreReadiness(StoreClient store) {
    this.store = store;
  }

  @Override
  public HealthCheckResponse call() {
    var response = HealthCheckResponse.named("artifact store");
    try {
      return store.answers()
          ? response.up().build()
          : response.down().withData("waiting for", "the artifact store").build();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return response.down().build();
    }
  }
}
