package io.flexibleupgrades.servicecenter.status;

import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.servicecenter.http.RefusedException;

/** No event of an environment of that name was seen. */
public final class EnvironmentNotFoundException extends RefusedException {
  private static final long serialVersionUID = 1L;

  EnvironmentNotFoundException(EnvironmentName name) {
    super(
        "environment-not-found",
        "No such environment",
        404,
        "There is no environment '%s' here. GET /api/v1/environments lists those that are known."
            .formatted(name));
  }
}
