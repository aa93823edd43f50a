package io.flexibleupgrades.orchestrator.http;

import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.orchestrator.idempotency.Answer;
import io.flexibleupgrades.orchestrator.journal.EnvironmentSession;
import io.flexibleupgrades.orchestrator.journal.Environments;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Cancel;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Pause;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Resume;
import io.flexibleupgrades.orchestrator.problem.Problem;
import io.flexibleupgrades.orchestrator.upgrade.Steering;
import io.flexibleupgrades.orchestrator.upgrade.UpgradeDriver;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** What operators ask of an upgrade that was started. */
@Path("/api/v1/upgrades/{upgrade}")
@Consumes(MediaType.APPLICATION_JSON)
@APIResponse(
    responseCode = "202",
    description = "It is done.",
    content = @Content(schema = @Schema(implementation = UpgradeView.Steered.class)))
@APIResponse(
    responseCode = "200",
    description = "It is so already; nothing new is done.",
    content = @Content(schema = @Schema(implementation = UpgradeView.Steered.class)))
@APIResponse(responseCode = "404", description = "There is no such upgrade.")
@APIResponse(responseCode = "409", description = "It does not fit where the upgrade stands.")
@APIResponse(responseCode = "422", description = "The request is wrong; the problem says what.")
@RunOnVirtualThread
class SteeringResource {
  private final Environments environments;
  private final Steering steering;
  private final UpgradeDriver driver;
  private final Answers answers;

  SteeringResource(
      Environments environments, Steering steering, UpgradeDriver driver, Answers answers) {
    this.environments = environments;
    this.steering = steering;
    this.driver = driver;
    this.answers = answers;
  }

  @POST
  @Path("confirm")
  @Operation(summary = "Agrees to the three tasks of an on-premises upgrade.")
  public Response confirm(
      @PathParam("upgrade") String upgrade,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Nullable SteeringRequest body) {
    var request = Texts.body(body);
    return steered(
        upgrade,
        key,
        "confirm",
        request,
        (session, id) -> steering.confirm(session, id, request.operator()),
        "The tasks are started.",
        "The tasks were started before; nothing new is started.");
  }

  @POST
  @Path("prepare")
  @Operation(summary = "Prepares again what is not prepared: all of it, or the named modules.")
  public Response prepare(
      @PathParam("upgrade") String upgrade,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Nullable SteeringRequest body) {
    var request = Texts.body(body);
    var named = request.named();
    return steered(
        upgrade,
        key,
        "prepare",
        request,
        (session, id) ->
            steering.prepareAgain(session, id, named, request.operator(), request.reason()),
        "What is not prepared is prepared again.",
        "Nothing new is started: everything is prepared, or its preparation is under way.");
  }

  @POST
  @Path("pause")
  @Operation(summary = "Lets running compiles finish and requests no more. Takes a reason.")
  public Response pause(
      @PathParam("upgrade") String upgrade,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Nullable SteeringRequest body) {
    var request = Texts.body(body);
    var reason = Texts.required("reason", request.reason());
    return applied(
        upgrade,
        key,
        "pause",
        request,
        new Pause(request.operator(), reason),
        "The preparation is paused; what is being compiled is finished.",
        "The preparation is paused already.");
  }

  @POST
  @Path("resume")
  @Operation(summary = "Goes on after a pause.")
  public Response resume(
      @PathParam("upgrade") String upgrade,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Nullable SteeringRequest body) {
    var request = Texts.body(body);
    return applied(
        upgrade,
        key,
        "resume",
        request,
        new Resume(request.operator()),
        "The preparation goes on.",
        "The preparation is not paused; it goes on anyway.");
  }

  @POST
  @Path("cancel")
  @Operation(summary = "Ends the preparation; what is settled stays so.")
  public Response cancel(
      @PathParam("upgrade") String upgrade,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Nullable SteeringRequest body) {
    var request = Texts.body(body);
    return applied(
        upgrade,
        key,
        "cancel",
        request,
        new Cancel(request.operator(), request.reason()),
        "The upgrade is cancelled. What is settled stays so; the other modules are not prepared.",
        "The upgrade was cancelled before.");
  }

  private Response applied(
      String upgrade,
      @Nullable String key,
      String operation,
      SteeringRequest body,
      PreparationCommand command,
      String done,
      String doneBefore) {
    return steered(
        upgrade,
        key,
        operation,
        body,
        (session, id) -> steering.apply(session, id, command),
        done,
        doneBefore);
  }

  private Response steered(
      String upgrade,
      @Nullable String key,
      String operation,
      SteeringRequest body,
      Change change,
      String done,
      String doneBefore) {
    var id = Texts.upgrade(upgrade);
    var environment =
        environments
            .of(id)
            .orElseThrow(
                () -> Problem.UPGRADE_NOT_FOUND.with("There is no upgrade %s.".formatted(id)));
    var response =
        answers.answer(
            environment,
            key,
            operation + ' ' + id,
            body,
            session -> {
              boolean changed = change.in(session, id);
              return answer(session, id, changed, changed ? done : doneBefore);
            });
    driver.takeUp(environment);
    return response;
  }

  private Answer answer(
      EnvironmentSession session, UpgradeId upgrade, boolean changed, String message) {
    var view = UpgradeView.of(upgrade, session.name(), session.upgrade(upgrade));
    return answers.json(changed ? 202 : 200, new UpgradeView.Steered(view, changed, message));
  }

  /** Changes an upgrade in a session; false if it is so already. */
  private interface Change {
    boolean in(EnvironmentSession session, UpgradeId upgrade) throws SQLException;
  }

  /**
   * What an operator asks for.
   *
   * @param modules names of modules to prepare again, null for all that are not prepared
   */
  record SteeringRequest(
      @Nullable String requestedBy, @Nullable String reason, @Nullable List<String> modules) {
    String operator() {
      return Texts.operator(requestedBy);
    }

    @Nullable Set<ModuleId> named() {
      if (modules == null || modules.isEmpty()) {
        return null;
      }
      var named = new TreeSet<ModuleId>();
      modules.forEach(module -> named.add(Texts.module("modules", module)));
      return named;
    }
  }
}
