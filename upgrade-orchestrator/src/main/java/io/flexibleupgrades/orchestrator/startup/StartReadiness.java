package io.flexibleupgrades.orchestrator.startup;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Tells what the start waits for. */
@Readiness
@ApplicationScoped
class StartReadiness implements HealthCheck {
  private final StartUp start;

  StartReadiness(StartUp start) {
    this.start = start;
  }

  @Override
  public HealthCheckResponse call() {
    var waitingFor = start.waitingFor();
    var response = HealthCheckResponse.named("start");
    return waitingFor.isEmpty()
        ? response.up().build()
        : response.down().withData("waitingFor", waitingFor).build();
  }
}
