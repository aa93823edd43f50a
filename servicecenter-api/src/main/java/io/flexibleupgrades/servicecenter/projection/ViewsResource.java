package io.flexibleupgrades.servicecenter.projection;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** The views themselves, for whoever operates the service. */
@Path("/api/v1/views")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ViewsResource {
  private final Rebuild rebuild;
  private final PartitionFlow flow;

  ViewsResource(Rebuild rebuild, PartitionFlow flow) {
    this.rebuild = rebuild;
    this.flow = flow;
  }

  @GET
  @Operation(summary = "How the building of the views goes")
  public Views views() {
    return new Views(
        rebuild.progress(), flow.partitions(), flow.halts().stream().map(Halt::message).toList());
  }

  @POST
  @Path("rebuild")
  @Consumes(MediaType.APPLICATION_JSON)
  @ResponseStatus(202)
  @Operation(
      summary = "Empties all views and builds them again from all events",
      description =
          "Has to be confirmed in its body. Goes on by itself; readers see the old views until the"
              + " new ones are complete, and a rebuild that fails changes nothing. While a rebuild"
              + " runs, asking again starts no other.")
  public Views rebuild(@Nullable RebuildRequest request) {
    rebuild.start(request);
    return views();
  }
}
