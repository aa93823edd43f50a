package io.flexibleupgrades.servicecenter.projection;

import io.flexibleupgrades.servicecenter.database.Schema;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says whether the views are built, and if not, what is being waited for or stands in the way. */
@Readiness
@ApplicationScoped
class ViewsReadiness implements HealthCheck {
  private final Schema schema;
  private final PartitionFlow flow;

  ViewsReadiness(Schema schema, PartitionFlow flow) {
    this.schema = schema;
    this.flow = flow;
  }

  @Override
  public HealthCheckResponse call() {
    var answer =
        HealthCheckResponse.named("views").withData("partitions", flow.partitions().toString());
    if (!schema.answers()) {
      return answer.down().withData("waitingFor", schema.waitingFor()).build();
    }
    if (!flow.isJoined()) {
      return answer
          .down()
          .withData(
              "waitingFor", "Waiting for Kafka: start the broker, or set KAFKA_BOOTSTRAP_SERVERS.")
          .build();
    }
    var halts = flow.halts();
    if (!halts.isEmpty()) {
      return answer
          .down()
          .withData("problem", halts.stream().map(Halt::message).collect(Collectors.joining(" ")))
          .build();
    }
    var waiting = flow.waiting();
    if (!waiting.isEmpty()) {
      return answer
          .down()
          .withData("waitingFor", "Events are tried again: " + String.join(" ", waiting))
          .build();
    }
    return answer.up().build();
  }
}
