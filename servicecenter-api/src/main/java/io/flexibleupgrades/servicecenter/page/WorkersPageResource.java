package io.flexibleupgrades.servicecenter.page;

import io.flexibleupgrades.servicecenter.http.Parameters;
import io.flexibleupgrades.servicecenter.workers.LiveWorkers;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The workers, which are there for all environments. */
@Path("/environments/{environment}/workers")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class WorkersPageResource {
  private final Frames frames;
  private final LiveWorkers workers;

  WorkersPageResource(Frames frames, LiveWorkers workers) {
    this.frames = frames;
    this.workers = workers;
  }

  @GET
  public TemplateInstance workers(@PathParam("environment") String environment) {
    var frame = frames.of(Parameters.environment(environment), "workers", "Workers");
    return Templates.workers(frame, workers.all(), workers.slots());
  }
}
