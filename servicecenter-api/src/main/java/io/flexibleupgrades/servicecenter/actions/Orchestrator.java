package io.flexibleupgrades.servicecenter.actions;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The commands of the upgrade orchestrator. */
@RegisterRestClient(configKey = "orchestrator")
@Path("/api/v1")
interface Orchestrator {

  @POST
  @Path("upgrades/{upgrade}/{action}")
  JsonNode steer(
      @PathParam("upgrade") String upgrade,
      @PathParam("action") String action,
      @HeaderParam("Idempotency-Key") String key,
      Order order);

  @POST
  @Path("environments/{environment}/publishes")
  JsonNode publish(
      @PathParam("environment") String environment,
      @HeaderParam("Idempotency-Key") String key,
      Order order);

  @ClientExceptionMapper
  static RefusalException refused(Response response) {
    return RefusalException.of(response);
  }
}
