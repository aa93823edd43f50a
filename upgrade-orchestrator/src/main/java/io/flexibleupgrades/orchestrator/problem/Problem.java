package io.flexibleupgrades.orchestrator.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;
import java.util.Locale;
import java.util.Map;

/** The problems that the orchestrator tells callers (RFC 9457); each type's slug is stable. */
public enum Problem {
  ENVIRONMENT_NOT_FOUND(404, "Unknown environment"),
  UPGRADE_NOT_FOUND(404, "Unknown upgrade"),
  WEBHOOK_NOT_FOUND(404, "Unknown webhook"),
  ENVIRONMENT_EXISTS(409, "The environment exists already"),
  UPGRADE_IN_PROGRESS(409, "Another upgrade is in progress"),
  UPGRADE_ENDED(409, "The upgrade has ended"),
  NOT_LATEST_UPGRADE(409, "The upgrade is not the latest one"),
  NOT_AWAITING_CONFIRMATION(409, "The upgrade does not await a confirmation"),
  NOT_PREPARING(409, "The preparation has not started"),
  PUBLISH_IN_PROGRESS(409, "A publish is in progress"),
  PRODUCER_NOT_PREPARED(409, "A producer is not prepared"),
  MODULE_CONSUMED(409, "The module is consumed"),
  MODULE_NOT_FOUND(404, "Unknown module"),
  PUBLISH_LOCKED(423, "Publishing is locked"),
  CONFIGURE_LOCKED(423, "Configuring is locked"),
  REMOVE_LOCKED(423, "Removing is locked"),
  MALFORMED_SETTING(422, "The setting is malformed"),
  ENVIRONMENT_LOCKED(423, "The environment is locked"),
  NOT_ELIGIBLE(422, "The upgrade is not eligible"),
  MALFORMED_NAME(422, "The name is malformed"),
  MALFORMED_VERSION(422, "The version is malformed"),
  MALFORMED_REQUEST(422, "The request is malformed"),
  MALFORMED_CURSOR(400, "The cursor is malformed"),
  PLATFORM_NOT_PUSHED(422, "The platform was not pushed"),
  DEAD_LETTER_NOT_FOUND(404, "Unknown dead letter"),
  LATER_RELEASE(409, "A later release wrote this"),
  NOT_REPLAYABLE(422, "The dead letter cannot be replayed"),
  ALREADY_REPLAYED(409, "The dead letter was replayed before"),
  IDEMPOTENCY_KEY_REUSED(422, "The Idempotency-Key was used for another request"),
  STORE_UNAVAILABLE(503, "The artifact store is unavailable"),
  BROKER_UNAVAILABLE(503, "The broker is unavailable"),
  DATABASE_UNAVAILABLE(503, "The database is unavailable");

  private static final String TYPES = "https://flexibleupgrades.io/problems/";

  private final int status;
  private final String title;

  Problem(int status, String title) {
    this.status = status;
    this.title = title;
  }

  /** Returns the problem to throw. */
  public HttpProblem with(String detail) {
    return with(detail, Map.of());
  }

  /** Returns the problem to throw, with facts for programs as extension members. */
  public HttpProblem with(String detail, Map<String, Object> facts) {
    var problem =
        HttpProblem.builder()
            .withType(URI.create(TYPES + name().toLowerCase(Locale.ROOT).replace('_', '-')))
            .withTitle(title)
            .withStatus(status)
            .withDetail(detail);
    facts.forEach(problem::with);
    return problem.build();
  }
}
