package io.flexibleupgrades.servicecenter.modules;

import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.servicecenter.status.ModuleState;
import org.jspecify.annotations.Nullable;

/** An upgrade that a module was in, and the state it came to in it. */
public record UpgradeOfModule(UpgradeId upgradeId, @Nullable String to, ModuleState state) {}
