package io.flexibleupgrades.servicecenter.projection;

import io.flexibleupgrades.events.EnvironmentEvent.PublishEnded;
import io.flexibleupgrades.events.EnvironmentEvent.PublishStarted;
import io.flexibleupgrades.servicecenter.database.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the publishes. Its counts are null until it ends. */
record PublishRow(
    UUID id,
    String environment,
    int ordinal,
    String platformVersion,
    @Nullable UUID upgradeId,
    String requestedBy,
    Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable Integer published,
    @Nullable Integer failed,
    @Nullable Integer skipped) {

  /**
   * Returns the row of a publish that starts.
   *
   * @param ordinal 1 for the first one of its environment
   */
  static PublishRow of(PublishStarted event, int ordinal, Instant at) {
    var upgrade = event.upgradeId();
    return new PublishRow(
        event.publishId().value(),
        event.environment().value(),
        ordinal,
        event.platform().version().value(),
        upgrade == null ? null : upgrade.value(),
        event.requestedBy(),
        at,
        null,
        null,
        null,
        null);
  }

  /** Returns the row as the table has it. */
  static PublishRow of(Row stored) throws SQLException {
    return new PublishRow(
        stored.uuid("id"),
        stored.text("environment"),
        stored.integer("ordinal"),
        stored.text("platform_version"),
        stored.uuidOrNull("upgrade_id"),
        stored.text("requested_by"),
        stored.time("started_at"),
        stored.timeOrNull("ended_at"),
        stored.integerOrNull("published"),
        stored.integerOrNull("failed"),
        stored.integerOrNull("skipped"));
  }

  PublishRow ended(PublishEnded event, Instant at) {
    return new PublishRow(
        id,
        environment,
        ordinal,
        platformVersion,
        upgradeId,
        requestedBy,
        startedAt,
        at,
        event.published(),
        event.failed(),
        event.skipped());
  }

  /** Returns the values of all columns, in the table's order. */
  @Nullable Object[] values() {
    return new @Nullable Object[] {
      id,
      environment,
      ordinal,
      platformVersion,
      upgradeId,
      requestedBy,
      startedAt,
      endedAt,
      published,
      failed,
      skipped
    };
  }
}
