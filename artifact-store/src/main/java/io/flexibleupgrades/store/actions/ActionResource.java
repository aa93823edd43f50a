package io.flexibleupgrades.store.actions;

import io.flexibleupgrades.store.problems.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
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

  ActionResource(ActionCache actions, ActionLimits limits) {
    this.actions = actions;
    this.limits = limits;
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "putAction", summary = "Keeps what came of a compile.")
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
  public String get(@RestPath String key) {
    var parsed = ActionKey.parse(key);
    return actions
        .get(parsed)
        .map(ActionDocument::text)
        .orElseThrow(() -> new ActionNotFoundException(parsed));
  }
}
