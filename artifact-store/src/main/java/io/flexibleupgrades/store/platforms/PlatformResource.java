package io.flexibleupgrades.store.platforms;

import io.flexibleupgrades.events.PlatformVersion;
import io.flexibleupgrades.store.problems.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;

/** Platform distributions over HTTP. */
@Path("/api/v1/platforms")
@RunOnVirtualThread
@APIResponse(
    responseCode = "default",
    description = "Refused.",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class PlatformResource {
  private static final String ZIP = "application/zip";

  private final PlatformPushes pushes;
  private final Platforms platforms;

  PlatformResource(PlatformPushes pushes, Platforms platforms) {
    this.pushes = pushes;
    this.platforms = platforms;
  }

  @PUT
  @Path("/{version}")
  @Consumes({ZIP, MediaType.APPLICATION_OCTET_STREAM})
  @Operation(operationId = "putPlatform", summary = "Makes a version name these bits.")
  @RequestBody(
      content =
          @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "201", description = "The version names these bits now.")
  @APIResponse(responseCode = "200", description = "It named them already.")
  public Response put(@RestPath String version, @Context HttpHeaders headers, InputStream content)
      throws IOException {
    boolean created = pushes.push(parsed(version), content, headers.getLength());
    return Response.status(created ? Response.Status.CREATED : Response.Status.OK).build();
  }

  @GET
  @Path("/{version}")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "getPlatform", summary = "Returns what a version names.")
  @APIResponse(responseCode = "200", description = "The distribution.")
  public PlatformDistribution get(@RestPath String version) {
    var parsed = parsed(version);
    return platforms.get(parsed).orElseThrow(() -> new PlatformNotFoundException(parsed));
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "listPlatforms", summary = "Returns all versions, newest first.")
  @APIResponse(responseCode = "200", description = "The distributions.")
  public PlatformDistribution.Listing list() {
    return new PlatformDistribution.Listing(platforms.all());
  }

  private static PlatformVersion parsed(String version) {
    try {
      return new PlatformVersion(version);
    } catch (IllegalArgumentException e) {
      throw new MalformedVersionException(e);
    }
  }
}
