package io.flexibleupgrades.servicecenter.publishes;

import io.flexibleupgrades.events.Diagnostic;
import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.FailureKind;
import io.flexibleupgrades.events.ModuleId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A module in a publish.
 *
 * @param deployed whether it is to run, or is only compiled because its consumers need its artifact
 * @param reused the artifact that is deployed as it is, null if it is compiled
 * @param reason why it is reused or compiled
 * @param compileMillis how long the compiler ran; null if it did not
 * @param failedProducers of a skipped module: the failed modules it consumes, directly or not
 * @param log what the compiler said as an operator reads it
 */
public record PublishedModule(
    ModuleId name,
    PublishedModuleState state,
    boolean deployed,
    @Nullable Digest reused,
    String reason,
    @Nullable Digest artifact,
    @Nullable Long compileMillis,
    int warnings,
    @Nullable FailureKind failureKind,
    List<ModuleId> failedProducers,
    List<Diagnostic> diagnostics,
    String log) {}
