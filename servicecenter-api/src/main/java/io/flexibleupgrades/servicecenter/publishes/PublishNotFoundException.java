package io.flexibleupgrades.servicecenter.publishes;

import io.flexibleupgrades.events.PublishId;
import io.flexibleupgrades.servicecenter.http.RefusedException;

/** No event of a publish of that id was seen. */
final class PublishNotFoundException extends RefusedException {
  private static final long serialVersionUID = 1L;

  PublishNotFoundException(PublishId id) {
    super(
        "publish-not-found",
        "No such publish",
        404,
        "There is no publish %s here. GET /api/v1/environments/{env}/publishes lists those of an environment."
            .formatted(id));
  }
}
