package io.flexibleupgrades.orchestrator.http;

import io.flexibleupgrades.orchestrator.environment.EnvironmentDecider;
import io.flexibleupgrades.orchestrator.journal.Environments;
import io.flexibleupgrades.orchestrator.notification.WebhookId;
import io.flexibleupgrades.orchestrator.notification.WebhookName;
import io.flexibleupgrades.orchestrator.notification.WebhookSecret;
import io.flexibleupgrades.orchestrator.notification.WebhookUrl;
import io.flexibleupgrades.orchestrator.notification.Webhooks;
import io.flexibleupgrades.orchestrator.problem.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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

/** Who is notified of an environment's upgrades. */
@Path("/api/v1/environments/{environment}/webhooks")
@RunOnVirtualThread
class WebhookResource {
  private final Environments environments;
  private final Webhooks webhooks;
  private final Answers answers;

  WebhookResource(Environments environments, Webhooks webhooks, Answers answers) {
    this.environments = environments;
    this.webhooks = webhooks;
    this.answers = answers;
  }

  @GET
  @Operation(summary = "Lists the webhooks of an environment in alphabetical order.")
  @APIResponse(
      responseCode = "200",
      description = "All of them, with how the last attempt to deliver went.",
      content = @Content(schema = @Schema(implementation = WebhookList.class)))
  @APIResponse(responseCode = "404", description = "There is no such environment.")
  public WebhookList list(@PathParam("environment") String environment) {
    var name = Texts.environment(environment);
    return environments.inSession(
        name,
        session -> {
          EnvironmentDecider.known(name, session.environment());
          return new WebhookList(
              webhooks.of(session.connection(), name).stream().map(WebhookView::of).toList());
        });
  }

  @GET
  @Path("{webhook}")
  @Operation(summary = "Shows a webhook and how the last attempt to deliver went.")
  @APIResponse(
      responseCode = "200",
      description = "The webhook, without its secret.",
      content = @Content(schema = @Schema(implementation = WebhookView.class)))
  @APIResponse(responseCode = "404", description = "There is no such environment or webhook.")
  public WebhookView get(
      @PathParam("environment") String environment, @PathParam("webhook") String webhook) {
    var id = id(environment, webhook);
    return environments.inSession(
        id.environment(),
        session -> {
          EnvironmentDecider.known(id.environment(), session.environment());
          return webhooks
              .find(session.connection(), id)
              .map(WebhookView::of)
              .orElseThrow(() -> notFound(id));
        });
  }

  @PUT
  @Path("{webhook}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Has an environment's upgrades notified to an address, by Standard Webhooks 1.0.",
      description =
          "Notifications are upgrade.started, upgrade.ended and upgrade.failed. Without a secret a new webhook gets one, which only this answer shows. What is still to be delivered goes to the new address and is signed with the new secret at once.")
  @APIResponse(
      responseCode = "201",
      description = "It is created.",
      content = @Content(schema = @Schema(implementation = WebhookView.Put.class)))
  @APIResponse(
      responseCode = "200",
      description = "It is changed or enabled again, or it was just so already.",
      content = @Content(schema = @Schema(implementation = WebhookView.Put.class)))
  @APIResponse(responseCode = "404", description = "There is no such environment.")
  @APIResponse(responseCode = "422", description = "The request is wrong; the problem says what.")
  public Response put(
      @PathParam("environment") String environment,
      @PathParam("webhook") String webhook,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Nullable WebhookRequest body) {
    var request = Texts.body(body);
    var id = id(environment, webhook);
    var url = Texts.read("url", request.url(), WebhookUrl::new, Problem.MALFORMED_REQUEST);
    var secret =
        request.secret() == null
            ? null
            : Texts.read("secret", request.secret(), WebhookSecret::new, Problem.MALFORMED_REQUEST);
    return answers.answer(
        id.environment(),
        key,
        "put-webhook " + id.name(),
        request,
        session -> {
          EnvironmentDecider.known(id.environment(), session.environment());
          var done = webhooks.put(session.connection(), id, url, secret);
          return answers.json(done.created() ? 201 : 200, WebhookView.Put.of(id, url, done));
        });
  }

  @DELETE
  @Path("{webhook}")
  @Operation(summary = "Deletes a webhook; what is still to be delivered to it is dropped.")
  @APIResponse(
      responseCode = "200",
      description = "It is deleted.",
      content = @Content(schema = @Schema(implementation = WebhookView.Deleted.class)))
  @APIResponse(responseCode = "404", description = "There is no such environment or webhook.")
  public Response delete(
      @PathParam("environment") String environment,
      @PathParam("webhook") String webhook,
      @HeaderParam("Idempotency-Key") @Nullable String key) {
    var id = id(environment, webhook);
    return answers.answer(
        id.environment(),
        key,
        "delete-webhook",
        id.name().value(),
        session -> {
          EnvironmentDecider.known(id.environment(), session.environment());
          if (!webhooks.delete(session.connection(), id)) {
            throw notFound(id);
          }
          return answers.json(200, WebhookView.Deleted.of(id));
        });
  }

  private static WebhookId id(String environment, String webhook) {
    return new WebhookId(
        Texts.environment(environment),
        Texts.read("webhook", webhook, WebhookName::new, Problem.MALFORMED_NAME));
  }

  private static RuntimeException notFound(WebhookId id) {
    return Problem.WEBHOOK_NOT_FOUND.with(
        "Environment %s has no webhook '%s'. List those it has, or create it with PUT."
            .formatted(id.environment(), id.name()));
  }

  record WebhookList(List<WebhookView> items) {}

  record WebhookRequest(@Nullable String url, @Nullable String secret) {

    /** Returns it without the secret, so that no log ever has it. */
    @Override
    public String toString() {
      return "WebhookRequest[url=" + url + "]";
    }
  }
}
