package io.flexibleupgrades.servicecenter.publishes;

import io.flexibleupgrades.servicecenter.http.Parameters;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The publishes of an environment. */
@Path("/api/v1/environments/{environment}/publishes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class PublishesResource {
  private final PublishReader reader;

  PublishesResource(PublishReader reader) {
    this.reader = reader;
  }

  @GET
  @Operation(summary = "The publishes of an environment, newest first")
  public PublishesPage publishes(
      @PathParam("environment") String environment,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable String limit) {
    return reader.ofEnvironment(
        Parameters.environment(environment), cursor, Parameters.limit(limit));
  }
}
