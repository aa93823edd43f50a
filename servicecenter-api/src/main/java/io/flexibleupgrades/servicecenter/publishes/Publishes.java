package io.flexibleupgrades.servicecenter.publishes;

import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.PublishId;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.servicecenter.database.Queries;
import io.flexibleupgrades.servicecenter.database.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The view of all publishes; while one runs, its modules are counted as they are now. */
@ApplicationScoped
class Publishes {
  private static final String PUBLISHES =
      """
      SELECT p.id, p.environment, p.ordinal, p.platform_version, p.requested_by, p.upgrade_id,
        p.started_at, p.ended_at,
        coalesce(p.published, now.published) AS published,
        coalesce(p.failed, now.failed) AS failed,
        coalesce(p.skipped, now.skipped) AS skipped
      FROM publish p
      LEFT JOIN LATERAL (
        SELECT count(*) FILTER (WHERE m.state = 'published') AS published,
          count(*) FILTER (WHERE m.state = 'failed') AS failed,
          count(*) FILTER (WHERE m.state = 'skipped') AS skipped
        FROM module_in_publish m WHERE m.publish_id = p.id AND m.deployed
      ) now ON p.ended_at IS NULL
      """;

  private final Queries queries;

  Publishes(Queries queries) {
    this.queries = queries;
  }

  /**
   * A publish with its place among those of its environment.
   *
   * @param ordinal 1 for the first one
   */
  record Numbered(int ordinal, PublishItem publish) {}

  /** Returns at most {@code limit} publishes before that number, newest first. */
  List<Numbered> of(EnvironmentName environment, int before, int limit) {
    return queries.list(
        PUBLISHES + "WHERE p.environment = ? AND p.ordinal < ? ORDER BY p.ordinal DESC LIMIT ?",
        row -> new Numbered(row.integer("ordinal"), publish(row)),
        environment.value(),
        before,
        limit);
  }

  Optional<PublishItem> one(PublishId id) {
    return queries.first(PUBLISHES + "WHERE p.id = ?", Publishes::publish, id.value());
  }

  private static PublishItem publish(Row row) throws SQLException {
    var upgrade = row.uuidOrNull("upgrade_id");
    var endedAt = row.timeOrNull("ended_at");
    return new PublishItem(
        new PublishId(row.uuid("id")),
        new EnvironmentName(row.text("environment")),
        row.text("platform_version"),
        endedAt == null ? PublishState.RUNNING : PublishState.ENDED,
        row.text("requested_by"),
        upgrade == null ? null : new UpgradeId(upgrade),
        row.time("started_at"),
        endedAt,
        row.integer("published"),
        row.integer("failed"),
        row.integer("skipped"));
  }
}
