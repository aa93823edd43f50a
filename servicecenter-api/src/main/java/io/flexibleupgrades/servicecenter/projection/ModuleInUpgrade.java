package io.flexibleupgrades.servicecenter.projection;

import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.UpgradeId;

/** A module in the plan of an upgrade, or of a publish under the id of its preparation. */
record ModuleInUpgrade(UpgradeId upgrade, ModuleId module) {}
