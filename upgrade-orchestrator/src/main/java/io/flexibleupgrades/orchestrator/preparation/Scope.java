package io.flexibleupgrades.orchestrator.preparation;

import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.Platform;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.orchestrator.plan.PreparationPlan;

/** What stays the same during one preparation. */
record Scope(
    UpgradeId upgradeId, EnvironmentName environment, Platform platform, PreparationPlan plan) {}
