package io.flexibleupgrades.store.blobs;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.store.problems.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;

/** Bundles over HTTP. */
@Path("/api/v1/blobs/sha256/{digest}")
@RunOnVirtualThread
@APIResponse(
    responseCode = "default",
    description = "Refused.",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class BlobResource {
  private static final String ZIP = "application/zip";

  private final BlobStore blobs;
  private final BundleUploads uploads;

  BlobResource(BlobStore blobs, BundleUploads uploads) {
    this.blobs = blobs;
    this.uploads = uploads;
  }

  @PUT
  @Consumes({ZIP, MediaType.APPLICATION_OCTET_STREAM})
  @Operation(operationId = "putBlob", summary = "Keeps a bundle under the digest of its bytes.")
  @RequestBody(
      content =
          @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "201", description = "Kept.")
  @APIResponse(responseCode = "200", description = "It was there already.")
  public Response put(@RestPath String digest, @Context HttpHeaders headers, InputStream content)
      throws IOException {
    boolean created = uploads.put(parsed(digest), content, headers.getLength());
    return Response.status(created ? Response.Status.CREATED : Response.Status.OK).build();
  }

  @GET
  @Produces(ZIP)
  @Operation(operationId = "getBlob", summary = "Returns a bundle, verified before it is sent.")
  @APIResponse(
      responseCode = "200",
      description = "The bundle's bytes.",
      content =
          @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
  @APIResponse(responseCode = "304", description = "The client has it (If-None-Match).")
  public Response get(@RestPath String digest, @Context Request request) throws IOException {
    var blob = find(digest);
    var known = request.evaluatePreconditions(tag(blob));
    if (known != null) {
      blob.close();
      return known.build();
    }
    StreamingOutput body =
        target -> {
          try (blob) {
            blob.writeTo(target);
          }
        };
    return described(Response.ok(body), blob);
  }

  @HEAD
  @Operation(operationId = "headBlob", summary = "Tells whether there is an intact bundle.")
  @APIResponse(responseCode = "200", description = "There is; its size and tag are in the headers.")
  public Response head(@RestPath String digest) throws IOException {
    try (var blob = find(digest)) {
      return described(Response.ok(), blob);
    }
  }

  private Blob find(String text) throws IOException {
    var digest = parsed(text);
    return blobs.find(digest).orElseThrow(() -> new BlobNotFoundException(digest));
  }

  private static Response described(Response.ResponseBuilder answer, Blob blob) {
    return answer.type(ZIP).header(HttpHeaders.CONTENT_LENGTH, blob.bytes()).tag(tag(blob)).build();
  }

  private static EntityTag tag(Blob blob) {
    return new EntityTag(blob.digest().value());
  }

  private static Digest parsed(String digest) {
    try {
      return new Digest(digest);
    } catch (IllegalArgumentException e) {
      throw new MalformedDigestException(e);
    }
  }
}
