package io.flexibleupgrades.servicecenter.failures;

import io.flexibleupgrades.events.Diagnostic;
import io.flexibleupgrades.events.ModuleId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A module that failed.
 *
 * @param kind {@code compile}, {@code infrastructure} or {@code time-limit}
 * @param group names the group of {@code errors/groups} that it belongs to
 * @param heldBack how many modules were skipped because they consume it, directly or not
 * @param heldBackFirst the first few of them in alphabetical order
 * @param log what the compiler said as an operator reads it
 */
public record FailedModule(
    ModuleId module,
    String kind,
    @Nullable String group,
    long heldBack,
    List<ModuleId> heldBackFirst,
    List<Diagnostic> diagnostics,
    String log,
    int attempts,
    Instant failedAt) {}
