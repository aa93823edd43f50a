package io.flexibleupgrades.store.actions;

import io.flexibleupgrades.store.blobs.BlobStore;
import io.flexibleupgrades.store.problems.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;

/** The action cache over HTTP. */
@Path("/api/v1/actions/{key}")
@RunOnVirtualThread
@APIResponse(
    responseCode = "default",
    description = "Refused.",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class ActionResource {
  private final ActionCache actions;
  private final ActionLimits limits;
  private final BlobStore blobs;

  ActionResource(ActionCache actions, ActionLimits limits, BlobStore blobs) {
    this.actions = actions;
    this.limits = limits;
    this.blobs = blobs;
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "putAction",
      summary = "Keeps what came of a compile.",
      description =
          "Every text in it that is a digest refers to a blob: these blobs are kept as long as it"
              + " is, and it is not returned when one of them is missing.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(type = SchemaType.OBJECT)))
  @APIResponse(responseCode = "201", description = "Kept under a new key.")
  @APIResponse(responseCode = "200", description = "Kept; the key was known.")
  public Response put(@RestPath String key, InputStream content) {
    var parsed = ActionKey.parse(key);
    boolean created = actions.put(parsed, ActionDocument.read(content, limits));
    return Response.status(created ? Response.Status.CREATED : Response.Status.OK).build();
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "getAction", summary = "Returns what came of a compile.")
  @APIResponse(
      responseCode = "200",
      description = "The object as it was sent.",
      content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
  public String get(@RestPath String key) throws IOException, SQLException {
    var parsed = ActionKey.parse(key);
    var found = actions.get(parsed).orElseThrow(() -> new ActionNotFoundException(parsed));
    for (var digest : found.references()) {
      if (!blobs.lists(digest)) {
        throw new ActionNotFoundException(parsed);
      }
    }
    return found.text();
  }
}
