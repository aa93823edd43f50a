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

/** The modules of an environment. */
@Path("/api/v1/environments/{environment}/modules")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class EnvironmentModulesResource {
  private final ModuleReader reader;

  EnvironmentModulesResource(ModuleReader reader) {
    this.reader = reader;
  }

  @GET
  @Operation(summary = "The modules of an environment with their state in its latest upgrade")
  public ModulesPage ofEnvironment(
      @PathParam("environment") String environment,
      @BeanParam ModuleQuery query,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") @Nullable String limit) {
    return reader.ofEnvironment(
        Parameters.environment(environment), query.selection(), cursor, Parameters.limit(limit));
  }
}
