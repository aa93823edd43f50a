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
      @QueryParam("kind") @Nullable String kind,
      @QueryParam("group") @Nullable String group,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable String limit) {
    return reader.failures(
        Parameters.upgrade(upgrade),
        FailureFilter.of(kind, group),
        cursor,
        Parameters.limit(limit));
  }

  @GET
  @Path("groups")
  @Operation(summary = "The failures grouped by diagnostic, those that hold back most first")
  public GroupsPage groups(
      @PathParam("upgrade") String upgrade,
      @QueryParam("kind") @Nullable String kind,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable String limit) {
    return reader.groups(
        Parameters.upgrade(upgrade), FailureFilter.of(kind, null), cursor, Parameters.limit(limit));
  }

  @GET
  @Path("first")
  @Operation(summary = "Which failed modules to repair first, to release most skipped ones")
  public FirstRepairs first(@PathParam("upgrade") String upgrade) {
    return reader.first(Parameters.upgrade(upgrade));
  }
}
