package io.flexibleupgrades.orchestrator.http;

import io.flexibleupgrades.events.EnvironmentKind;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.LockPolicy;
import io.flexibleupgrades.events.Platform;
import io.flexibleupgrades.events.PlatformVersion;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.orchestrator.environment.EnvironmentCommand.Create;
import io.flexibleupgrades.orchestrator.environment.EnvironmentDecider;
import io.flexibleupgrades.orchestrator.environment.EnvironmentState.Known;
import io.flexibleupgrades.orchestrator.journal.EnvironmentSession;
import io.flexibleupgrades.orchestrator.journal.Environments;
import io.flexibleupgrades.orchestrator.platform.PlatformCatalogue;
import io.flexibleupgrades.orchestrator.preparation.UpgradeProgress;
import io.flexibleupgrades.orchestrator.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Environments: created once, read at any time. */
@Path("/api/v1/environments")
@RunOnVirtualThread
class EnvironmentResource {
  private final Environments environments;
  private final PlatformCatalogue platforms;
  private final Answers answers;

  EnvironmentResource(Environments environments, PlatformCatalogue platforms, Answers answers) {
    this.environments = environments;
    this.platforms = platforms;
    this.answers = answers;
  }

  @GET
  @Operation(summary = "Lists the names of all environments.")
  public EnvironmentList list() {
    return new EnvironmentList(environments.names());
  }

  @GET
  @Path("{environment}")
  @Operation(summary = "Shows an environment.")
  public EnvironmentView get(@PathParam("environment") String environment) {
    return environments.inSession(Texts.environment(environment), EnvironmentView::of);
  }

  @PUT
  @Path("{environment}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Creates an environment on a platform that was pushed.")
  @APIResponse(
      responseCode = "201",
      description = "It is created.",
      content = @Content(schema = @Schema(implementation = EnvironmentView.class)))
  @APIResponse(
      responseCode = "200",
      description = "It exists just so already.",
      content = @Content(schema = @Schema(implementation = EnvironmentView.class)))
  @APIResponse(responseCode = "409", description = "It exists otherwise.")
  @APIResponse(
      responseCode = "422",
      description = "The request or what it names is wrong; the problem says what.")
  public Response create(
      @PathParam("environment") String environment,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Nullable EnvironmentRequest body) {
    var request = Texts.body(body);
    var name = Texts.environment(environment);
    var command =
        new Create(
            name,
            Texts.choice("kind", EnvironmentKind.class, request.kind()),
            Texts.required("edition", request.edition()),
            pushed(Texts.version("platform", request.platform())),
            request.lock() == null
                ? LockPolicy.ENVIRONMENT
                : Texts.choice("lock", LockPolicy.class, request.lock()));
    return answers.answer(
        name,
        key,
        "create-environment",
        request,
        session -> {
          boolean created = !session.decide(command).isEmpty();
          return answers.json(created ? 201 : 200, EnvironmentView.of(session));
        });
  }

  private Platform pushed(PlatformVersion version) {
    return platforms.find(version).orElseThrow(() -> notPushed(version));
  }

  static RuntimeException notPushed(PlatformVersion version) {
    return Problem.PLATFORM_NOT_PUSHED.with(
        "No distribution of platform %s was pushed. Push it first: flexup platform push DIR"
            .formatted(version));
  }

  record EnvironmentList(List<EnvironmentName> items) {}

  record EnvironmentRequest(
      @Nullable String kind,
      @Nullable String edition,
      @Nullable String platform,
      @Nullable String lock) {}

  record EnvironmentView(
      EnvironmentName name,
      EnvironmentKind kind,
      String edition,
      Platform platform,
      LockPolicy lock,
      int modules,
      @Nullable OpenUpgradeView upgrade) {

    static EnvironmentView of(EnvironmentSession session) {
      Known known = EnvironmentDecider.known(session.name(), session.environment());
      var open = known.openUpgrade();
      return new EnvironmentView(
          known.name(),
          known.kind(),
          known.edition(),
          known.platform(),
          known.lock(),
          known.modules().size(),
          open == null
              ? null
              : new OpenUpgradeView(
                  open.id(), UpgradeProgress.of(session.upgrade(open.id())).state()));
    }
  }

  record OpenUpgradeView(UpgradeId id, String state) {}
}
