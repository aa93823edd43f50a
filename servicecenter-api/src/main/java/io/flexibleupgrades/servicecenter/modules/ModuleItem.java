package io.flexibleupgrades.servicecenter.modules;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.ModuleKind;
import io.flexibleupgrades.servicecenter.status.ModuleState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A module with its state in an upgrade.
 *
 * @param producers the modules it consumes directly
 * @param failedProducers of a skipped module: the failed modules it consumes, directly or not
 * @param heldBack of a failed module: how many skipped modules consume it, directly or not
 * @param runningVersion platform version of what runs, null if nothing does
 * @param runningDigest what identifies the running bits
 * @param preparedVersion platform version of the latest upgrade that prepared it
 * @param artifact digest of the artifact that the upgrade made
 * @param excludedReason why it is out of scope, null if it is not
 * @param stale whether the upgrade prepared it from a source that is not its current one, and it
 *     was not prepared or published from that one since
 * @param compileMillis how long the compiler ran; 0 if a known result was taken
 */
public record ModuleItem(
    ModuleId name,
    ModuleKind kind,
    ModuleState state,
    List<ModuleId> producers,
    List<ModuleId> failedProducers,
    long heldBack,
    @Nullable String runningVersion,
    @Nullable Digest runningDigest,
    @Nullable Instant deployedAt,
    @Nullable String preparedVersion,
    @Nullable Digest artifact,
    @Nullable String excludedReason,
    int warnings,
    @Nullable Long compileMillis,
    int attempts,
    @Nullable Instant settledAt,
    boolean stale) {}
