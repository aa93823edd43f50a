package io.flexibleupgrades.servicecenter.modules;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.PublishId;
import io.flexibleupgrades.servicecenter.publishes.PublishedModuleState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A publish that is to deploy a module.
 *
 * @param at when the module was published; when the publish started, if it was not
 * @param platform the version that it is published for
 * @param reused the artifact that is deployed as it is, null if it is compiled
 * @param reason why it is reused or compiled
 */
public record PublishOfModule(
    PublishId publishId,
    Instant at,
    PublishedModuleState state,
    String platform,
    @Nullable Digest reused,
    String reason,
    String requestedBy) {}
