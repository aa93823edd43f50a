package io.flexibleupgrades.servicecenter.page;

import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.servicecenter.actions.Action;
import io.flexibleupgrades.servicecenter.actions.Actions;
import io.flexibleupgrades.servicecenter.actions.Consequences;
import io.flexibleupgrades.servicecenter.http.BadRequestException;
import io.flexibleupgrades.servicecenter.http.Parameters;
import io.flexibleupgrades.servicecenter.modules.ModuleReader;
import io.flexibleupgrades.servicecenter.workers.LiveWorkers;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Asks an operator whether an action is wanted, and shows what became of it. */
@Path("/environments/{environment}/actions/{action}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class ActionPageResource {
  private final Frames frames;
  private final ModuleReader modules;
  private final LiveWorkers workers;
  private final Actions actions;

  ActionPageResource(Frames frames, ModuleReader modules, LiveWorkers workers, Actions actions) {
    this.frames = frames;
    this.modules = modules;
    this.workers = workers;
    this.actions = actions;
  }

  @GET
  public TemplateInstance question(
      @PathParam("environment") String environment,
      @PathParam("action") String name,
      @QueryParam("module") @Nullable String module) {
    var action = action(name);
    var frame = frame(Parameters.environment(environment), action);
    return Templates.action(
        frame,
        module == null || module.isEmpty()
            ? onUpgrade(action, frame)
            : onModule(action, frame, Parameters.module(module)));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public RestResponse<TemplateInstance> answer(
      @PathParam("environment") String environment,
      @PathParam("action") String name,
      @BeanParam ActionForm form) {
    var action = action(name);
    var from = Parameters.environment(environment);
    var order = form.order(action);
    var result = actions.ask(action, from, form.upgradeId(), order, form.idempotencyKey());
    var page = Templates.result(frame(from, action), result, form.moduleId());
    return RestResponse.ResponseBuilder.<TemplateInstance>create(result.status())
        .entity(page)
        .build();
  }

  private ActionView onUpgrade(Action action, Frame frame) {
    var status = frame.status();
    int running = workers.running(status.environment()).size();
    return new ActionView(
        action,
        null,
        Consequences.onUpgrade(action, status, running),
        Action.onUpgrade(status.state()).contains(action),
        UUID.randomUUID());
  }

  private ActionView onModule(Action action, Frame frame, ModuleId module) {
    var status = frame.status();
    var upgrade = status.upgradeId();
    return new ActionView(
        action,
        module,
        Consequences.onModule(action, status, module),
        upgrade != null
            && Action.onModule(status.state(), modules.detail(upgrade, module).module().state())
                .contains(action),
        UUID.randomUUID());
  }

  private Frame frame(EnvironmentName environment, Action action) {
    return frames.of(environment, "action", action.title());
  }

  private static Action action(String name) {
    try {
      return Action.parse(name);
    } catch (IllegalArgumentException e) {
      var refusal = BadRequestException.malformedName(String.valueOf(e.getMessage()));
      refusal.initCause(e);
      throw refusal;
    }
  }
}
