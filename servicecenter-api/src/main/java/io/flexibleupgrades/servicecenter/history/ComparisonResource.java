package io.flexibleupgrades.servicecenter.history;

import io.flexibleupgrades.servicecenter.http.BadRequestException;
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

/** Two upgrades side by side. */
@Path("/api/v1/upgrades/{upgrade}/comparison")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ComparisonResource {
  private final ComparisonReader reader;

  ComparisonResource(ComparisonReader reader) {
    this.reader = reader;
  }

  @GET
  @Operation(
      summary = "What became of modules from one upgrade to a later one",
      description = "Every module in scope of either is in exactly one category.")
  public Comparison compare(
      @PathParam("upgrade") String upgrade, @QueryParam("with") @Nullable String with) {
    if (with == null || with.isEmpty()) {
      throw BadRequestException.malformedFilter("with must name the later upgrade.");
    }
    return reader.compare(Parameters.upgrade(upgrade), Parameters.upgrade(with));
  }
}
