package io.flexibleupgrades.servicecenter.failures;

import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.servicecenter.database.Queries;
import io.flexibleupgrades.servicecenter.failures.FailureReport.Found;
import io.flexibleupgrades.servicecenter.status.AsOf;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Reads all failures of an upgrade with two statements, without what the compiler said at length.
 * The latest reports are kept: as of the same event, an upgrade has the same failures.
 */
@ApplicationScoped
class FailureReports {
  private static final int KEPT = 16;

  private record Moment(UpgradeId upgrade, AsOf asOf) {}

  private final Queries queries;
  private final Map<Moment, FailureReport> latest = new ConcurrentHashMap<>();

  FailureReports(Queries queries) {
    this.queries = queries;
  }

  FailureReport read(UpgradeId id, AsOf asOf) {
    var moment = new Moment(id, asOf);
    var known = latest.get(moment);
    if (known != null) {
      return known;
    }
    var report = new FailureReport(found(id), heldBack(id), asOf);
    if (latest.size() >= KEPT) {
      latest.clear();
    }
    latest.put(moment, report);
    return report;
  }

  private List<Found> found(UpgradeId id) {
    return queries.list(
        """
        SELECT f.failure_group, u.failure_kind, f.code, f.pattern,
          (array_agg(f.message ORDER BY u.name))[1] AS example,
          array_agg(u.name ORDER BY u.name) AS modules
        FROM upgrade_module u
        JOIN failure f ON f.upgrade_id = u.upgrade_id AND f.module = u.name
        WHERE u.upgrade_id = ? AND u.state = 'failed'
        GROUP BY f.failure_group, u.failure_kind, f.code, f.pattern
        """,
        row ->
            new Found(
                row.text("failure_group"),
                FailureFilter.kind(row.text("failure_kind")),
                row.text("code"),
                row.text("pattern"),
                row.text("example"),
                row.values("modules", Function.identity())),
        id.value());
  }

  private HeldBack heldBack(UpgradeId id) {
    var held = new HeldBack();
    queries.list(
        """
        SELECT producers, count(*) AS modules FROM (
          SELECT array_agg(f.producer ORDER BY f.producer) AS producers
          FROM failed_producer f
          JOIN upgrade_module u ON u.upgrade_id = f.upgrade_id AND u.name = f.module
          WHERE f.upgrade_id = ? AND u.state = 'skipped'
          GROUP BY f.module
        ) AS skipped
        GROUP BY producers ORDER BY producers
        """,
        row -> held.add(row.values("producers", Function.identity()), row.bigint("modules")),
        id.value());
    return held;
  }
}
