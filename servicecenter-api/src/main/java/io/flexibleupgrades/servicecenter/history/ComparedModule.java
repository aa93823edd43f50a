package io.flexibleupgrades.servicecenter.history;

import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.servicecenter.status.ModuleState;
import org.jspecify.annotations.Nullable;

/**
 * A module in two upgrades.
 *
 * @param before its state in the earlier upgrade, null if it is not in its scope
 * @param after its state in the later upgrade, null if it is not in its scope
 */
public record ComparedModule(
    ModuleId module,
    Category category,
    @Nullable ModuleState before,
    @Nullable ModuleState after) {}
