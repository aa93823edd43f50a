package io.flexibleupgrades.servicecenter.failures;

import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.servicecenter.database.Queries;
import io.flexibleupgrades.servicecenter.database.Snapshot;
import io.flexibleupgrades.servicecenter.database.StoredDiagnostics;
import io.flexibleupgrades.servicecenter.http.Cursor;
import io.flexibleupgrades.servicecenter.status.AsOf;
import io.flexibleupgrades.servicecenter.status.EnvironmentRows;
import io.flexibleupgrades.servicecenter.status.UpgradeRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers what failed in an upgrade. */
@ApplicationScoped
public class FailureReader {
  private final Snapshot snapshot;
  private final EnvironmentRows environments;
  private final UpgradeRows upgrades;
  private final Queries queries;

  FailureReader(
      Snapshot snapshot, EnvironmentRows environments, UpgradeRows upgrades, Queries queries) {
    this.snapshot = snapshot;
    this.environments = environments;
    this.upgrades = upgrades;
    this.queries = queries;
  }

  /** Returns a page of the modules that failed. */
  public FailuresPage failures(UpgradeId id, @Nullable String cursor, int limit) {
    var list = "errors of upgrade/" + id;
    var after = Cursor.start(cursor, list);
    return snapshot.read(() -> {
      var asOf = environments.require(upgrades.require(id).environment()).asOf();
      return page(list, failed(id, after, limit + 1), limit, asOf);
    });
  }

  private List<FailedModule> failed(UpgradeId id, String after, int limit) {
    return queries.list(
        """
        SELECT u.name, u.failure_kind, u.attempts, u.settled_at, o.diagnostics,
          coalesce(o.log, '') AS log,
          (SELECT count(*) FROM failed_producer f
           JOIN upgrade_module held ON held.upgrade_id = f.upgrade_id AND held.name = f.module
           WHERE f.upgrade_id = u.upgrade_id AND f.producer = u.name AND held.state = 'skipped')
            AS held_back
        FROM upgrade_module u
        LEFT JOIN compiler_output o ON o.upgrade_id = u.upgrade_id AND o.module = u.name
        WHERE u.upgrade_id = ? AND u.state = 'failed' AND u.name > ?
        ORDER BY u.name LIMIT ?
        """,
        row ->
            new FailedModule(
                new ModuleId(row.text("name")),
                row.text("failure_kind"),
                row.bigint("held_back"),
                StoredDiagnostics.read(row.textOrNull("diagnostics")),
                row.text("log"),
                row.integer("attempts"),
                row.time("settled_at")),
        id.value(),
        after,
        limit);
  }

  private static FailuresPage page(String list, List<FailedModule> found, int limit, AsOf asOf) {
    if (found.size() <= limit) {
      return new FailuresPage(found, null, asOf);
    }
    var items = found.subList(0, limit);
    return new FailuresPage(items, new Cursor(list, items.getLast().module()).text(), asOf);
  }
}
