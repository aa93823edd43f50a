package io.flexibleupgrades.servicecenter.status;

import io.flexibleupgrades.servicecenter.http.Parameters;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** How far environments are. */
@Path("/api/v1/environments")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class StatusResource {
  private final StatusReader reader;
  private final StatusStream stream;

  StatusResource(StatusReader reader, StatusStream stream) {
    this.reader = reader;
    this.stream = stream;
  }

  @GET
  @Operation(summary = "The names of all environments")
  public EnvironmentsPage environments() {
    return new EnvironmentsPage(reader.environments());
  }

  @GET
  @Path("{environment}/status")
  @Operation(summary = "How far the latest upgrade of an environment is")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Status.class)))
  @APIResponse(responseCode = "304", description = "Nothing has changed since that ETag")
  public RestResponse<Status> status(
      @PathParam("environment") String environment, @Context Request request) {
    var status = reader.status(Parameters.environment(environment));
    var tag = new EntityTag(Long.toString(status.asOf().sequence()));
    var unchanged = request.evaluatePreconditions(tag);
    if (unchanged != null) {
      return RestResponse.ResponseBuilder.<Status>notModified().tag(tag).build();
    }
    return RestResponse.ResponseBuilder.ok(status)
        .tag(tag)
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .build();
  }

  @GET
  @Path("{environment}/changes")
  @Operation(
      summary = "Every change of a module's state once, in order",
      description =
          "Goes on after the cursor in 'after', which is 'next' of the page before; the sequence of"
              + " a change will do as well.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ChangesPage.class)))
  @APIResponse(
      responseCode = "410",
      description = "The views were built again since that cursor was given: start again")
  public ChangesPage changes(
      @PathParam("environment") String environment,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable String limit) {
    return reader.changes(
        Parameters.environment(environment),
        ChangesCursor.parseOr(after, ChangesCursor.START),
        Parameters.limit(limit));
  }

  @GET
  @Path("{environment}/status/stream")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(
      summary = "Status and changes as they happen",
      description =
          "Events 'module' (a change, each once and in order) and 'status' (at most about four a"
              + " second). The id of each event is the cursor of the last change it contains;"
              + " Last-Event-ID, or the parameter 'after' where a header cannot be sent, replays"
              + " the changes after it. Without either the stream starts now. When the views were"
              + " built again, an event 'restart' says that what was read before counts no longer;"
              + " the stream goes on after the change named by its id.")
  public void stream(
      @PathParam("environment") String environment,
      @QueryParam("after") @Nullable String after,
      @HeaderParam(HttpHeaders.LAST_EVENT_ID_HEADER) @Nullable String lastEventId,
      @Context SseEventSink sink,
      @Context Sse sse) {
    stream.serve(
        Parameters.environment(environment),
        ChangesCursor.parse(lastEventId == null || lastEventId.isEmpty() ? after : lastEventId),
        new ServerSentEvents(sink, sse));
  }
}
