package io.flexibleupgrades.orchestrator.http;

import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.ModuleToPublish;
import io.flexibleupgrades.events.PlatformVersion;
import io.flexibleupgrades.events.PublishId;
import io.flexibleupgrades.orchestrator.problem.Problem;
import io.flexibleupgrades.orchestrator.publishing.ArtifactChecks;
import io.flexibleupgrades.orchestrator.publishing.Publishing;
import io.flexibleupgrades.orchestrator.publishing.Publishing.StartedPublish;
import io.flexibleupgrades.orchestrator.upgrade.UpgradeDriver;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Publishes modules: each once, then driven by the orchestrator whatever becomes of the caller. */
@Path("/api/v1/environments/{environment}")
@Consumes(MediaType.APPLICATION_JSON)
@APIResponse(
    responseCode = "202",
    description = "It is started.",
    content = @Content(schema = @Schema(implementation = PublishResource.PublishView.class)))
@APIResponse(responseCode = "404", description = "The environment or a module is unknown.")
@APIResponse(
    responseCode = "409",
    description = "A module is being published, or consumes one that is not prepared.")
@APIResponse(responseCode = "422", description = "The request is wrong; the problem says what.")
@APIResponse(responseCode = "423", description = "An upgrade in progress locks a module.")
@APIResponse(responseCode = "503", description = "The artifact store or the database is away.")
@RunOnVirtualThread
class PublishResource {
  private static final int MOST_MODULES = 500;

  private final Publishing publishing;
  private final ArtifactChecks checks;
  private final UpgradeDriver driver;
  private final Answers answers;

  PublishResource(
      Publishing publishing, ArtifactChecks checks, UpgradeDriver driver, Answers answers) {
    this.publishing = publishing;
    this.checks = checks;
    this.driver = driver;
    this.answers = answers;
  }

  @POST
  @Path("publishes")
  @Operation(summary = "Publishes modules in the order in which they need each other.")
  public Response publishAll(
      @PathParam("environment") String environment,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Nullable PublishRequest body) {
    var request = Texts.body(body);
    return publish(Texts.environment(environment), key, "publish", request, request.named());
  }

  @POST
  @Path("modules/{module}/publish")
  @Operation(summary = "Publishes a module.")
  public Response publish(
      @PathParam("environment") String environment,
      @PathParam("module") String module,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Nullable PublishRequest body) {
    var request = Texts.body(body);
    var id = Texts.module("module", module);
    return publish(Texts.environment(environment), key, "publish " + id, request, Set.of(id));
  }

  private Response publish(
      EnvironmentName environment,
      @Nullable String key,
      String operation,
      PublishRequest request,
      Set<ModuleId> modules) {
    var response =
        checks.whileUnchecked(checked ->
            answers.answer(
                environment,
                key,
                operation,
                request,
                session ->
                    answers.json(
                        202,
                        PublishView.of(
                            environment,
                            publishing.start(session, modules, request.operator(), checked),
                            session.sequence()))));
    driver.takeUp(environment);
    return response;
  }

  record PublishRequest(@Nullable String requestedBy, @Nullable List<String> modules) {
    String operator() {
      return Texts.operator(requestedBy);
    }

    Set<ModuleId> named() {
      if (modules == null || modules.isEmpty()) {
        throw Problem.MALFORMED_REQUEST.with("Field 'modules' is missing. Name what to publish.");
      }
      if (modules.size() > MOST_MODULES) {
        throw Problem.MALFORMED_REQUEST.with(
            "Field 'modules' has %d modules; publish at most %d at once."
                .formatted(modules.size(), MOST_MODULES));
      }
      var named = new TreeSet<ModuleId>();
      modules.forEach(module -> named.add(Texts.module("modules", module)));
      return named;
    }
  }

  /**
   * A publish that was started.
   *
   * @param sequence of its start in the stream of its environment
   */
  record PublishView(
      PublishId publishId,
      EnvironmentName environment,
      PlatformVersion platform,
      List<ModuleToPublish> modules,
      long sequence) {
    static PublishView of(EnvironmentName environment, StartedPublish started, long sequence) {
      return new PublishView(
          started.id(), environment, started.platform().version(), started.modules(), sequence);
    }
  }
}
