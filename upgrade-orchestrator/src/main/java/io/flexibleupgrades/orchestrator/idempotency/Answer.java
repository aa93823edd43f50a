package io.flexibleupgrades.orchestrator.idempotency;

/**
 * What a request was answered.
 *
 * @param status of HTTP
 * @param body JSON
 */
public record Answer(int status, String body) {}
