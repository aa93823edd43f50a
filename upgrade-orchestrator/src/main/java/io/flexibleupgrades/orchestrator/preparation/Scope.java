package io.flexibleupgrades.orchestrator.preparation;

import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.Platform;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.orchestrator.plan.PreparationPlan;

/**
 * What stays the same until a preparation ends.
 *
 * @param firstAttempt of every unit; 1, or larger than any before if modules are prepared again
 */
public record Scope(
    UpgradeId upgradeId,
    EnvironmentName environment,
    Platform platform,
    PreparationPlan plan,
    int firstAttempt) {}
