package io.flexibleupgrades.servicecenter.page;

import io.flexibleupgrades.servicecenter.history.HistoryReader;
import io.flexibleupgrades.servicecenter.http.Parameters;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** The pages of an environment. */
@Path("/environments/{environment}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class PageResource {
  private static final int LATEST = 5;

  private final Frames frames;
  private final ErrorsViews errors;
  private final HistoryReader history;

  PageResource(Frames frames, ErrorsViews errors, HistoryReader history) {
    this.frames = frames;
    this.errors = errors;
    this.history = history;
  }

  @GET
  public TemplateInstance home(@PathParam("environment") String environment) {
    var name = Parameters.environment(environment);
    var frame = frames.of(name, "home", "Home");
    var lines = UpgradeLine.of(history.latest(name, LATEST + 1).items(), frame.to());
    return Templates.home(frame, lines.subList(0, Math.min(LATEST, lines.size())));
  }

  @GET
  @Path("errors")
  public TemplateInstance errors(
      @PathParam("environment") String environment,
      @QueryParam("kind") @Nullable String kind,
      @QueryParam("group") @Nullable String group,
      @QueryParam("cursor") @Nullable String cursor) {
    var frame = frames.of(Parameters.environment(environment), "errors", "Errors");
    return Templates.errors(frame, errors.of(frame, kind, group, cursor));
  }
}
