package io.flexibleupgrades.servicecenter.failures;

import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.servicecenter.database.Columns;
import io.flexibleupgrades.servicecenter.database.Queries;
import io.flexibleupgrades.servicecenter.database.StoredDiagnostics;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Failed modules with what the compiler said about them, a page of them at a time. */
@ApplicationScoped
class FailedModules {
  private final Queries queries;

  FailedModules(Queries queries) {
    this.queries = queries;
  }

  /** Returns the names of failed modules after that name, in alphabetical order. */
  List<ModuleId> names(UpgradeId id, FailureFilter filter, String after, int limit) {
    var kind = filter.kind() == null ? null : filter.kind().toString();
    return queries.list(
        """
        SELECT u.name
        FROM upgrade_module u LEFT JOIN failure f ON f.upgrade_id = u.upgrade_id AND f.module = u.name
        WHERE u.upgrade_id = ? AND u.state = 'failed' AND u.name > ?
          AND (?::text IS NULL OR u.failure_kind = ?)
          AND (?::text IS NULL OR f.failure_group = ?)
        ORDER BY u.name LIMIT ?
        """,
        row -> new ModuleId(row.text("name")),
        id.value(),
        after,
        kind,
        kind,
        filter.group(),
        filter.group(),
        limit);
  }

  /**
   * Returns these modules in alphabetical order.
   *
   * @param log at most how many characters of each log
   */
  List<FailedModule> read(UpgradeId id, List<ModuleId> names, int log) {
    var wanted = new Columns("uuid", "text", "int4");
    names.forEach(name -> wanted.add(id.value(), name.value(), log));
    return queries.list(
        """
        WITH wanted AS (SELECT * FROM unnest(?, ?, ?) AS w (id, module, log)), held AS (
          SELECT f.producer, count(*) AS modules,
            (array_agg(f.module ORDER BY f.module))[1:10] AS first
          FROM wanted
          JOIN failed_producer f ON f.upgrade_id = id AND f.producer = wanted.module
          JOIN upgrade_module u ON u.upgrade_id = f.upgrade_id AND u.name = f.module
          WHERE u.state = 'skipped'
          GROUP BY f.producer
        )
        SELECT u.name, u.failure_kind, u.attempts, u.settled_at, f.failure_group, o.diagnostics,
          coalesce(left(o.log, wanted.log), '') AS log,
          coalesce(held.modules, 0) AS held_back, held.first AS held_back_first
        FROM wanted
        JOIN upgrade_module u ON u.upgrade_id = id AND u.name = wanted.module
        LEFT JOIN failure f ON f.upgrade_id = id AND f.module = wanted.module
        LEFT JOIN compiler_output o ON o.upgrade_id = id AND o.module = wanted.module
        LEFT JOIN held ON held.producer = wanted.module
        ORDER BY u.name
        """,
        row ->
            new FailedModule(
                new ModuleId(row.text("name")),
                row.text("failure_kind"),
                row.textOrNull("failure_group"),
                row.bigint("held_back"),
                row.values("held_back_first", ModuleId::new),
                StoredDiagnostics.read(row.textOrNull("diagnostics")),
                row.text("log"),
                row.integer("attempts"),
                row.time("settled_at")),
        wanted);
  }
}
