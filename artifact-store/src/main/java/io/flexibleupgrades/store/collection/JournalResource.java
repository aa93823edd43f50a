package io.flexibleupgrades.store.collection;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.flexibleupgrades.store.problems.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;

/** The journals that refer to this store, over HTTP. */
@Path("/api/v1/journals")
@RunOnVirtualThread
@APIResponse(
    responseCode = "default",
    description = "Refused.",
    content =
        @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class JournalResource {
  private final Journals journals;
  private final ObjectMapper json;

  JournalResource(Journals journals, ObjectMapper json) {
    this.journals = journals;
    this.json = json;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "listJournals", summary = "Returns the journals that refer to blobs.")
  @APIResponse(responseCode = "200", description = "The journals.")
  public AnnouncedJournal.Listing list() throws SQLException {
    return new AnnouncedJournal.Listing(journals.all());
  }

  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "announceJournal", summary = "Says that a journal refers to blobs.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Announcement.class)))
  @APIResponse(responseCode = "204", description = "Known.")
  public void announce(@RestPath UUID id, InputStream content) throws SQLException {
    journals.announce(id, Announcement.read(content, json));
  }

  @DELETE
  @Path("/{id}")
  @Operation(
      operationId = "forgetJournal",
      summary = "Forgets a journal that refers to this store no more.")
  @APIResponse(responseCode = "204", description = "Forgotten, or never known.")
  public void forget(@RestPath UUID id) throws SQLException {
    journals.forget(id);
  }
}
