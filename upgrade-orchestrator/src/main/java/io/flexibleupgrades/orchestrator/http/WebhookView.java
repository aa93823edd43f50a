package io.flexibleupgrades.orchestrator.http;

import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.orchestrator.notification.Webhook;
import io.flexibleupgrades.orchestrator.notification.WebhookId;
import io.flexibleupgrades.orchestrator.notification.WebhookUrl;
import io.flexibleupgrades.orchestrator.notification.Webhooks;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as it is shown.
 *
 * @param disabled why nothing is delivered any more, null as long as it is
 */
record WebhookView(
    String name,
    String url,
    Instant createdAt,
    @Nullable String disabled,
    int pending,
    int givenUp,
    @Nullable LastDeliveryView lastDelivery) {

  static WebhookView of(Webhook webhook) {
    var last = webhook.lastAttempt();
    return new WebhookView(
        webhook.name().value(),
        webhook.url().value(),
        webhook.createdAt(),
        webhook.disabled(),
        webhook.pending(),
        webhook.givenUp(),
        last == null
            ? null
            : new LastDeliveryView(
                last.at(),
                last.delivery(),
                last.type(),
                last.status(),
                last.error(),
                last.attempts()));
  }

  /**
   * How the latest attempt to deliver ended.
   *
   * @param id the delivery's {@code webhook-id}
   * @param status code of the answer, null if none came
   * @param error why it did not succeed, null if it did
   */
  record LastDeliveryView(
      Instant at,
      UUID id,
      String type,
      @Nullable Integer status,
      @Nullable String error,
      int attempts) {}

  /**
   * What putting a webhook did.
   *
   * @param secret shown once: null unless it was made for this webhook just now
   */
  @Schema(name = "PutWebhookView")
  record Put(
      EnvironmentName environment,
      String name,
      String url,
      @Nullable String secret,
      boolean changed,
      String message) {

    static Put of(WebhookId id, WebhookUrl url, Webhooks.Put done) {
      var generated = done.generated();
      return new Put(
          id.environment(),
          id.name().value(),
          url.value(),
          generated == null ? null : generated.text(),
          done.changed(),
          message(id, url, done));
    }

    private static String message(WebhookId id, WebhookUrl url, Webhooks.Put done) {
      if (!done.changed()) {
        return "Webhook %s is just so already.".formatted(id.name());
      }
      var sentence =
          "The upgrades of environment %s are notified to %s.".formatted(id.environment(), url);
      return done.generated() == null
          ? sentence
          : sentence + " Keep the secret: it is not shown again.";
    }
  }

  /** A webhook that is no more. */
  @Schema(name = "DeletedWebhookView")
  record Deleted(EnvironmentName environment, String name, String message) {
    static Deleted of(WebhookId id) {
      return new Deleted(
          id.environment(),
          id.name().value(),
          "Webhook %s is deleted: nobody is notified there any more.".formatted(id.name()));
    }
  }
}
