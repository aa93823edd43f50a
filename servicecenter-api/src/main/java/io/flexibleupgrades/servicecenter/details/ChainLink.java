package io.flexibleupgrades.servicecenter.details;

import io.flexibleupgrades.events.ModuleId;
import java.time.Duration;

/**
 * A unit of the critical path.
 *
 * @param module the unit's first module in alphabetical order
 * @param time how long its compile is expected to take
 */
public record ChainLink(ModuleId module, Duration time) {}
