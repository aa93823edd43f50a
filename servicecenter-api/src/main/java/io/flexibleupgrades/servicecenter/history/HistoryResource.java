package io.flexibleupgrades.servicecenter.history;

import io.flexibleupgrades.servicecenter.http.Parameters;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The history of an environment. */
@Path("/api/v1/environments/{environment}/upgrades")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class HistoryResource {
  private final HistoryReader reader;

  HistoryResource(HistoryReader reader) {
    this.reader = reader;
  }

  @GET
  @Operation(summary = "The upgrades that an environment went through, newest first")
  public UpgradesPage upgrades(@PathParam("environment") String environment) {
    return reader.upgrades(Parameters.environment(environment));
  }
}
