package io.flexibleupgrades.orchestrator.http;

import io.flexibleupgrades.orchestrator.environment.EnvironmentDecider;
import io.flexibleupgrades.orchestrator.journal.Environments;
import io.flexibleupgrades.orchestrator.platform.PlatformCatalogue;
import io.flexibleupgrades.orchestrator.preparation.UpgradeProgress;
import io.flexibleupgrades.orchestrator.upgrade.UpgradeDriver;
import io.flexibleupgrades.orchestrator.upgrade.Upgrades;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Starts upgrades: each once, then driven by the orchestrator whatever becomes of the caller. */
@Path("/api/v1/environments/{environment}/upgrades")
@RunOnVirtualThread
class UpgradeStartResource {
  private final Environments environments;
  private final Upgrades upgrades;
  private final UpgradeDriver driver;
  private final PlatformCatalogue platforms;
  private final Answers answers;

  UpgradeStartResource(
      Environments environments,
      Upgrades upgrades,
      UpgradeDriver driver,
      PlatformCatalogue platforms,
      Answers answers) {
    this.environments = environments;
    this.upgrades = upgrades;
    this.driver = driver;
    this.platforms = platforms;
    this.answers = answers;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Starts an upgrade.")
  @APIResponse(
      responseCode = "202",
      description = "It is started.",
      content = @Content(schema = @Schema(implementation = UpgradeView.Started.class)))
  @APIResponse(
      responseCode = "200",
      description = "The same upgrade is in progress already.",
      content = @Content(schema = @Schema(implementation = UpgradeView.Started.class)))
  @APIResponse(responseCode = "409", description = "Another upgrade is in progress.")
  @APIResponse(
      responseCode = "422",
      description = "It is not eligible, or the request is wrong; the problem says why.")
  @APIResponse(responseCode = "503", description = "The artifact store or the database is away.")
  public Response start(
      @PathParam("environment") String environment,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Nullable UpgradeRequest body) {
    var request = Texts.body(body);
    var name = Texts.environment(environment);
    var version = Texts.version("to", request.to());
    var requestedBy = Texts.operator(request.requestedBy());
    environments.inSession(
        name, session -> EnvironmentDecider.known(session.name(), session.environment()));
    var platform =
        platforms.find(version).orElseThrow(() -> EnvironmentResource.notPushed(version));
    var response =
        answers.answer(
            name,
            key,
            "start-upgrade",
            request,
            session -> {
              var started = upgrades.start(session, platform, requestedBy);
              return answers.json(
                  started.alreadyStarted() ? 200 : 202,
                  new UpgradeView.Started(
                      started.id(),
                      name,
                      started.from().version(),
                      started.to().version(),
                      UpgradeProgress.of(session.upgrade(started.id())).state(),
                      started.alreadyStarted()));
            });
    driver.takeUp(name);
    return response;
  }

  record UpgradeRequest(@Nullable String to, @Nullable String requestedBy) {}
}
