package io.flexibleupgrades.servicecenter.history;

import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.servicecenter.status.UpgradeRow;
import io.flexibleupgrades.servicecenter.status.UpgradeState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An upgrade that an environment went through, or is in. */
public record UpgradeItem(
    UpgradeId upgradeId,
    @Nullable String from,
    @Nullable String to,
    UpgradeState state,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    int total,
    int prepared,
    int failed,
    int skipped,
    int cancelled,
    int excluded) {

  static UpgradeItem of(UpgradeRow row) {
    var counts = row.counts();
    return new UpgradeItem(
        row.id(),
        row.from(),
        row.to(),
        row.state(),
        row.startedAt(),
        row.endedAt(),
        counts.total(),
        counts.prepared(),
        counts.failed(),
        counts.skipped(),
        counts.cancelled(),
        counts.excluded());
  }
}
