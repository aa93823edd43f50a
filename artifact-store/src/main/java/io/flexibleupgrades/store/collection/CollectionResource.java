package io.flexibleupgrades.store.collection;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.flexibleupgrades.store.problems.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Collections over HTTP. */
@Path("/api/v1/collections")
@RunOnVirtualThread
@APIResponse(
    responseCode = "default",
    description = "Refused; nothing is removed.",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class CollectionResource {
  private final Collector collector;
  private final ObjectMapper json;

  CollectionResource(Collector collector, ObjectMapper json) {
    this.collector = collector;
    this.json = json;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "collect",
      summary = "Removes what is not referred to, twice in a row and past its grace period.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = MarkSet.class)))
  @APIResponse(responseCode = "202", description = "Begun; the log and the metrics say what came.")
  public Response collect(InputStream content) throws SQLException {
    collector.start(MarkSet.read(content, json));
    return Response.accepted().build();
  }
}
