package io.flexibleupgrades.orchestrator.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is notified, and how that goes.
 *
 * @param disabled why nothing is delivered any more, null as long as it is
 * @param pending deliveries that are still to succeed
 * @param givenUp deliveries that never succeeded
 * @param lastAttempt null before the first one
 */
public record Webhook(
    WebhookName name,
    WebhookUrl url,
    Instant createdAt,
    @Nullable String disabled,
    int pending,
    int givenUp,
    @Nullable LastAttempt lastAttempt) {

  /**
   * How the latest attempt ended, of whichever delivery.
   *
   * @param delivery its {@code webhook-id}
   * @param status code of the answer, null if none came
   * @param error why it did not succeed, null if it did
   * @param attempts of this delivery so far
   */
  public record LastAttempt(
      Instant at,
      UUID delivery,
      String type,
      @Nullable Integer status,
      @Nullable String error,
      int attempts) {}
}
