package io.flexibleupgrades.servicecenter.details;

import io.flexibleupgrades.servicecenter.http.Parameters;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A preparation in detail. */
@Path("/api/v1/upgrades/{upgrade}/details")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class DetailsResource {
  private final DetailsReader reader;

  DetailsResource(DetailsReader reader) {
    this.reader = reader;
  }

  @GET
  @Operation(
      summary = "The plan of a preparation by levels, its throughput and its forecast",
      description =
          "A module's level is the length of the longest chain of producers below it. The forecast"
              + " is a range: earliest is the greater of the critical path and the work shared by"
              + " the live slots, latest is their sum.")
  public PreparationDetails details(@PathParam("upgrade") String upgrade) {
    return reader.details(Parameters.upgrade(upgrade));
  }
}
