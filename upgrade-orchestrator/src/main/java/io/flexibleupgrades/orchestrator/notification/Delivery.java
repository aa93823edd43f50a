package io.flexibleupgrades.orchestrator.notification;

import java.util.UUID;

/**
 * One notification to one webhook, of which an attempt may begin now.
 *
 * @param id the {@code webhook-id}, the same in every attempt
 * @param payload the body, as it is signed
 * @param attempt 1 or more
 */
public record Delivery(
    UUID id,
    WebhookId webhook,
    String type,
    String payload,
    int attempt,
    WebhookUrl url,
    WebhookSecret secret) {}
