package io.flexibleupgrades.servicecenter.endpoints;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** How programs find everything from the Service Center's address. */
@Path("/api/v1/endpoints")
@Produces(MediaType.APPLICATION_JSON)
class EndpointsResource {
  private final Endpoints endpoints;

  EndpointsResource(
      ServiceCenterAddress serviceCenter, OrchestratorAddress orchestrator, StoreAddress store) {
    this.endpoints = new Endpoints(serviceCenter.url(), orchestrator.url(), store.url());
  }

  @GET
  @Operation(summary = "The base addresses of the system's parts")
  public Endpoints endpoints() {
    return endpoints;
  }
}
