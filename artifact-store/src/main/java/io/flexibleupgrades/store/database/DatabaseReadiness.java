package io.flexibleupgrades.store.database;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Ready once the schema was there. An outage later does not take the service out: blobs are still
 * served, and the other requests say what is away.
 */
@Readiness
final class DatabaseReadiness implements HealthCheck {
  private final DatabaseSchema schema;

  DatabaseReadiness(DatabaseSchema schema) {
    this.schema = schema;
  }

  @Override
  public HealthCheckResponse call() {
    var answer = HealthCheckResponse.named("database schema").status(schema.isReady());
    return schema.isReady()
        ? answer.build()
        : answer.withData("waiting for", schema.waitingFor()).build();
  }
}
