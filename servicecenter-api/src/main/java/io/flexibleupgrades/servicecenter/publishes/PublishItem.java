package io.flexibleupgrades.servicecenter.publishes;

import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.PublishId;
import io.flexibleupgrades.events.UpgradeId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A publish of an environment.
 *
 * @param platform the version that its modules are published for
 * @param upgradeId the upgrade whose task it is, null if an operator asked for it
 * @param published how many of the modules that it is to deploy run; with failed and skipped they
 *     are all of them as soon as it has ended
 */
public record PublishItem(
    PublishId publishId,
    EnvironmentName environment,
    String platform,
    PublishState state,
    String requestedBy,
    @Nullable UpgradeId upgradeId,
    Instant startedAt,
    @Nullable Instant endedAt,
    int published,
    int failed,
    int skipped) {}
