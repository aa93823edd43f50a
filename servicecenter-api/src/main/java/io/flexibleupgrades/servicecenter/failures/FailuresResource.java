package io.flexibleupgrades.servicecenter.failures;

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

/** The error details of an upgrade. */
@Path("/api/v1/upgrades/{upgrade}/errors")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class FailuresResource {
  private final FailureReader reader;

  FailuresResource(FailureReader reader) {
    this.reader = reader;
  }

  @GET
  @Operation(summary = "The modules that failed, with what the compiler said")
  public FailuresPage failures(
      @PathParam("upgrade") String upgrade,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable String limit) {
    return reader.failures(Parameters.upgrade(upgrade), cursor, Parameters.limit(limit));
  }
}
