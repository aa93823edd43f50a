package io.flexibleupgrades.servicecenter.workers;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The workers. */
@Path("/api/v1/workers")
@Produces(MediaType.APPLICATION_JSON)
class WorkersResource {
  private final LiveWorkers workers;

  WorkersResource(LiveWorkers workers) {
    this.workers = workers;
  }

  @GET
  @Operation(summary = "The workers that show signs of life, and what each compiles")
  public WorkersPage workers() {
    return new WorkersPage(workers.all(), workers.slots(), workers.now());
  }
}
