package io.flexibleupgrades.servicecenter.failures;

import io.flexibleupgrades.events.Diagnostic;
import io.flexibleupgrades.events.ModuleId;
import java.time.Instant;
import java.util.List;

/**
 * A module that failed.
 *
 * @param kind {@code compile}, {@code infrastructure} or {@code time-limit}
 * @param heldBack how many modules were skipped because they consume it, directly or not
 * @param log what the compiler said as an operator reads it
 */
public record FailedModule(
    ModuleId module,
    String kind,
    long heldBack,
    List<Diagnostic> diagnostics,
    String log,
    int attempts,
    Instant failedAt) {}
