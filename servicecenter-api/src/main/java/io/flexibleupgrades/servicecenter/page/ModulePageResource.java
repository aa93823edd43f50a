package io.flexibleupgrades.servicecenter.page;

import io.flexibleupgrades.servicecenter.focus.FocusReader;
import io.flexibleupgrades.servicecenter.http.Parameters;
import io.flexibleupgrades.servicecenter.modules.ModuleReader;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** A module of an environment. */
@Path("/environments/{environment}/modules/{module}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class ModulePageResource {
  private final Frames frames;
  private final ModuleReader modules;
  private final FocusReader focus;

  ModulePageResource(Frames frames, ModuleReader modules, FocusReader focus) {
    this.frames = frames;
    this.modules = modules;
    this.focus = focus;
  }

  @GET
  public TemplateInstance module(
      @PathParam("environment") String environment, @PathParam("module") String name) {
    var frame = frames.of(Parameters.environment(environment), "modules", name);
    var upgrade = frame.status().upgradeId();
    if (upgrade == null) {
      return Templates.missing(name, "This environment was never upgraded: see its modules.");
    }
    var module = Parameters.module(name);
    return Templates.module(
        frame, modules.detail(upgrade, module), FocusDrawing.of(focus.around(upgrade, module)));
  }
}
