package io.flexibleupgrades.orchestrator.http;

import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.Setting;
import io.flexibleupgrades.orchestrator.environment.CatalogueModule;
import io.flexibleupgrades.orchestrator.environment.CompileOptions;
import io.flexibleupgrades.orchestrator.environment.EnvironmentCommand.Configure;
import io.flexibleupgrades.orchestrator.environment.EnvironmentCommand.Remove;
import io.flexibleupgrades.orchestrator.environment.EnvironmentDecider;
import io.flexibleupgrades.orchestrator.environment.ModuleRules;
import io.flexibleupgrades.orchestrator.idempotency.Answer;
import io.flexibleupgrades.orchestrator.journal.EnvironmentSession;
import io.flexibleupgrades.orchestrator.journal.Environments;
import io.flexibleupgrades.orchestrator.locking.LockRefusals;
import io.flexibleupgrades.orchestrator.locking.Operation;
import io.flexibleupgrades.orchestrator.problem.Problem;
import io.flexibleupgrades.orchestrator.publishing.PublishDriver;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Configures and removes a module of the factory. */
@Path("/api/v1/environments/{environment}/modules/{module}")
@RunOnVirtualThread
class ModuleResource {
  private final Environments environments;
  private final LockRefusals lock;
  private final PublishDriver publishes;
  private final Answers answers;

  ModuleResource(
      Environments environments, LockRefusals lock, PublishDriver publishes, Answers answers) {
    this.environments = environments;
    this.lock = lock;
    this.publishes = publishes;
    this.answers = answers;
  }

  @PUT
  @Path("configuration")
  @Consumes(MediaType.APPLICATION_JSON)
  @org.eclipse.microprofile.openapi.annotations.Operation(
      summary = "Changes settings of a module; a key with null is removed, other keys stay.")
  @APIResponse(
      responseCode = "200",
      description = "The settings as they are now.",
      content = @Content(schema = @Schema(implementation = ConfiguredView.class)))
  @APIResponse(responseCode = "404", description = "The environment or the module is unknown.")
  @APIResponse(responseCode = "422", description = "A setting is wrong; the problem says which.")
  @APIResponse(responseCode = "423", description = "An upgrade in progress locks the module.")
  public Response configure(
      @PathParam("environment") String environment,
      @PathParam("module") String module,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Nullable ConfigurationRequest body) {
    var request = Texts.body(body);
    var id = Texts.module("module", module);
    var command = new Configure(id, request.changes(), Texts.operator(request.requestedBy()));
    return answers.answer(
        Texts.environment(environment),
        key,
        "configure " + id,
        request,
        session -> configured(session, command));
  }

  @GET
  @Path("configuration")
  @org.eclipse.microprofile.openapi.annotations.Operation(summary = "Shows a module's settings.")
  public ConfigurationView configuration(
      @PathParam("environment") String environment, @PathParam("module") String module) {
    var id = Texts.module("module", module);
    return environments.inSession(
        Texts.environment(environment), session -> ConfigurationView.of(module(session, id)));
  }

  @DELETE
  @org.eclipse.microprofile.openapi.annotations.Operation(
      summary = "Removes a module that no other consumes, and what runs of it.")
  @APIResponse(
      responseCode = "200",
      description = "It is removed.",
      content = @Content(schema = @Schema(implementation = RemovedView.class)))
  @APIResponse(responseCode = "404", description = "The environment or the module is unknown.")
  @APIResponse(responseCode = "409", description = "Other modules consume it.")
  @APIResponse(responseCode = "423", description = "An upgrade in progress locks the module.")
  public Response remove(
      @PathParam("environment") String environment,
      @PathParam("module") String module,
      @QueryParam("requestedBy") @Nullable String requestedBy,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    var id = Texts.module("module", module);
    var name = Texts.environment(environment);
    var response =
        answers.answer(
            name,
            key,
            "remove",
            id,
            session -> {
              module(session, id);
              lock.check(session, Operation.REMOVE, List.of(id));
              session.decide(new Remove(id, Texts.operator(requestedBy)));
              return answers.json(
                  200, new RemovedView(id, "Module '%s' is removed.".formatted(id)));
            });
    publishes.removeWithdrawn(name);
    return response;
  }

  private Answer configured(EnvironmentSession session, Configure command) throws SQLException {
    module(session, command.module());
    lock.check(session, Operation.CONFIGURE, List.of(command.module()));
    boolean changed = !session.decide(command).isEmpty();
    boolean compiledAnew =
        changed && command.changes().keySet().stream().anyMatch(CompileOptions::isCompileTime);
    var view = ConfigurationView.of(module(session, command.module()));
    return answers.json(
        200,
        new ConfiguredView(
            view.module(),
            view.version(),
            view.settings(),
            changed,
            !changed
                ? "The module is configured so already."
                : compiledAnew
                    ? "The module is compiled with these settings from now on; what is prepared or runs of it was compiled with others. Publish it to use them."
                    : "What runs of the module takes the settings up when it is published next."));
  }

  private static CatalogueModule module(EnvironmentSession session, ModuleId module) {
    return ModuleRules.require(
        EnvironmentDecider.known(session.name(), session.environment()), module);
  }

  /**
   * Changes of settings.
   *
   * @param settings new value of each key, null to remove it
   */
  record ConfigurationRequest(
      @Nullable String requestedBy, @Nullable Map<String, @Nullable String> settings) {
    Map<String, Optional<String>> changes() {
      if (settings == null || settings.isEmpty()) {
        throw Problem.MALFORMED_REQUEST.with("Field 'settings' is missing. Send key and value.");
      }
      var changes = new TreeMap<String, Optional<String>>();
      settings.forEach((key, value) -> {
        if (key.isBlank()) {
          throw Problem.MALFORMED_REQUEST.with("Field 'settings' has a key without a character.");
        }
        changes.put(key, Optional.ofNullable(value));
      });
      return changes;
    }
  }

  /** The settings of a module, and how often they were changed. */
  record ConfigurationView(ModuleId module, int version, Map<String, String> settings) {
    static ConfigurationView of(CatalogueModule module) {
      var settings = new TreeMap<String, String>();
      for (Setting setting : module.settings()) {
        settings.put(setting.key(), setting.value());
      }
      return new ConfigurationView(module.module(), module.settingsVersion(), settings);
    }
  }

  record ConfiguredView(
      ModuleId module,
      int version,
      Map<String, String> settings,
      boolean changed,
      String message) {}

  record RemovedView(ModuleId module, String message) {}
}
