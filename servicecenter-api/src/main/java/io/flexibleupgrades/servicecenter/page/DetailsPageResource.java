package io.flexibleupgrades.servicecenter.page;

import io.flexibleupgrades.servicecenter.details.DetailsReader;
import io.flexibleupgrades.servicecenter.http.Parameters;
import io.flexibleupgrades.servicecenter.modules.ModuleQuery;
import io.flexibleupgrades.servicecenter.workers.LiveWorkers;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** The preparation of an environment in detail. */
@Path("/environments/{environment}/details")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class DetailsPageResource {
  private final Frames frames;
  private final ModuleTables tables;
  private final DetailsReader details;
  private final LiveWorkers workers;

  DetailsPageResource(
      Frames frames, ModuleTables tables, DetailsReader details, LiveWorkers workers) {
    this.frames = frames;
    this.tables = tables;
    this.details = details;
    this.workers = workers;
  }

  @GET
  public TemplateInstance details(
      @PathParam("environment") String environment,
      @BeanParam ModuleQuery query,
      @QueryParam("cursor") @Nullable String cursor) {
    var name = Parameters.environment(environment);
    var frame = frames.of(name, "details", "Module preparation");
    var to = frame.to();
    var table = tables.of(name, to, to.details(), query.selection(), cursor);
    var upgrade = frame.status().upgradeId();
    return upgrade == null
        ? Templates.modules(frame, table)
        : Templates.details(
            frame, DetailsPage.of(details.details(upgrade), workers.running(name)), table);
  }
}
