package io.flexibleupgrades.servicecenter.failures;

import io.flexibleupgrades.events.ModuleId;
import java.util.List;

/**
 * A step of the repairs that release skipped modules soonest.
 *
 * @param modules the failed modules to repair in this step, in alphabetical order
 * @param releases how many skipped modules have no failed producer left then, as far as this step
 *     is the reason
 * @param released how many that are with all steps before
 */
public record Repair(List<ModuleId> modules, long releases, long released) {}
