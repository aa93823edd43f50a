package io.flexibleupgrades.servicecenter.modules;

import io.flexibleupgrades.servicecenter.http.Parameters;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The modules of an upgrade. */
@Path("/api/v1/upgrades/{upgrade}/modules")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class UpgradeModulesResource {
  private final ModuleReader reader;

  UpgradeModulesResource(ModuleReader reader) {
    this.reader = reader;
  }

  @GET
  @Operation(summary = "The modules of an upgrade")
  public ModulesPage ofUpgrade(
      @PathParam("upgrade") String upgrade,
      @BeanParam ModuleQuery query,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable String limit) {
    return reader.ofUpgrade(
        Parameters.upgrade(upgrade), query.selection(), cursor, Parameters.limit(limit));
  }

  @GET
  @Path("{module}")
  @Operation(summary = "All that is known of a module in an upgrade")
  public ModuleDetail detail(
      @PathParam("upgrade") String upgrade, @PathParam("module") String module) {
    return reader.detail(Parameters.upgrade(upgrade), Parameters.module(module));
  }
}
