package io.flexibleupgrades.servicecenter.status;

import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.servicecenter.http.RefusedException;

/** No event of an upgrade of that id was seen. */
public final class UpgradeNotFoundException extends RefusedException {
  private static final long serialVersionUID = 1L;

  UpgradeNotFoundException(UpgradeId id) {
    super(
        "upgrade-not-found",
        "No such upgrade",
        404,
        "There is no upgrade %s here. GET /api/v1/environments/{env}/upgrades lists those of an environment."
            .formatted(id));
  }
}
