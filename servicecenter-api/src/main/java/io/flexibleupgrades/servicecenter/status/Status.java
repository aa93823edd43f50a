package io.flexibleupgrades.servicecenter.status;

import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.UpgradeId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the latest upgrade of an environment is.
 *
 * @param upgradeId null before the first upgrade
 * @param percentage settled modules in a hundred modules in scope, 100 only after the end
 * @param messages the banner's lines, none before the first upgrade
 */
public record Status(
    EnvironmentName environment,
    @Nullable UpgradeId upgradeId,
    @Nullable String from,
    @Nullable String to,
    UpgradeState state,
    int percentage,
    int total,
    int prepared,
    int failed,
    int skipped,
    int cancelled,
    int excluded,
    List<String> messages,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    AsOf asOf) {

  /** Returns the status of an environment that was never upgraded. */
  static Status untouched(EnvironmentRow environment) {
    return new Status(
        environment.name(),
        null,
        null,
        null,
        UpgradeState.READY,
        100,
        0,
        0,
        0,
        0,
        0,
        0,
        List.of(),
        null,
        null,
        environment.asOf());
  }

  static Status of(EnvironmentRow environment, UpgradeRow upgrade) {
    var counts = upgrade.counts();
    return new Status(
        environment.name(),
        upgrade.id(),
        upgrade.from(),
        upgrade.to(),
        upgrade.state(),
        upgrade.percentage(),
        counts.total(),
        counts.prepared(),
        counts.failed(),
        counts.skipped(),
        counts.cancelled(),
        counts.excluded(),
        upgrade.messages(),
        upgrade.startedAt(),
        upgrade.endedAt(),
        environment.asOf());
  }
}
