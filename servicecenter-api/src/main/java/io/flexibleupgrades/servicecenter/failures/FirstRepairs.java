package io.flexibleupgrades.servicecenter.failures;

import io.flexibleupgrades.servicecenter.status.AsOf;
import java.util.List;

/**
 * Which failed modules to repair first. Each step is the one that releases most modules for each
 * module to repair; no later step is taken into account.
 *
 * @param steps at most ten
 * @param heldBack how many skipped modules wait for failed ones
 * @param failed how many modules failed
 */
public record FirstRepairs(List<Repair> steps, long heldBack, int failed, AsOf asOf) {}
