package io.flexibleupgrades.servicecenter.modules;

import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.servicecenter.http.RefusedException;

/** An upgrade has no module of that name. */
final class ModuleNotFoundException extends RefusedException {
  private static final long serialVersionUID = 1L;

  ModuleNotFoundException(UpgradeId upgrade, ModuleId module) {
    super(
        "module-not-found",
        "No such module",
        404,
        "Upgrade %s has no module '%s'. GET /api/v1/upgrades/%s/modules lists those it has."
            .formatted(upgrade, module, upgrade));
  }
}
