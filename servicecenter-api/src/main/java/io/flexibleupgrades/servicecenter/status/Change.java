package io.flexibleupgrades.servicecenter.status;

import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.UpgradeId;
import java.time.Instant;

/**
 * A module's state became another one.
 *
 * @param sequence 1-based number of the change in its environment, without gaps
 */
public record Change(
    long sequence, UpgradeId upgradeId, ModuleId module, ModuleState state, Instant time) {}
