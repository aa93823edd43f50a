package io.flexibleupgrades.servicecenter.publishes;

import io.flexibleupgrades.servicecenter.http.Parameters;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** One publish. */
@Path("/api/v1/publishes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class PublishResource {
  private final PublishReader reader;

  PublishResource(PublishReader reader) {
    this.reader = reader;
  }

  @GET
  @Path("{publish}")
  @Operation(summary = "A publish with its modules, and what the compiler said about them")
  public Publish publish(@PathParam("publish") String publish) {
    return reader.publish(Parameters.publish(publish));
  }
}
