package io.flexibleupgrades.servicecenter.modules;

import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.servicecenter.database.Sql;
import io.flexibleupgrades.servicecenter.status.ModuleState;
import org.jspecify.annotations.Nullable;

/** Puts together what reads a list of modules, so that only what is asked for costs anything. */
final class ModuleStatement {
  private static final String OF_ENVIRONMENT =
      """
      SELECT m.name, m.kind, coalesce(u.state, 'pending') AS state,
        ARRAY(SELECT producer FROM module_producer p
              WHERE p.environment = m.environment AND p.module = m.name ORDER BY producer)
          AS producers,
      """;
  private static final String OF_UPGRADE =
      """
      SELECT u.name, u.kind, u.state,
        ARRAY(SELECT producer FROM upgrade_edge p
              WHERE p.upgrade_id = u.upgrade_id AND p.module = u.name ORDER BY producer)
          AS producers,
      """;
  private static final String IN_BOTH =
      """
        CASE WHEN u.state = 'skipped' THEN
          ARRAY(SELECT producer FROM failed_producer f
                WHERE f.upgrade_id = u.upgrade_id AND f.module = u.name ORDER BY producer)
          END AS failed_producers,
        m.running_version, m.running_digest, m.deployed_at, m.prepared_version,
        u.artifact, u.excluded_reason, coalesce(u.warnings, 0) AS warnings, u.compile_millis,
        coalesce(u.attempts, 0) AS attempts, u.settled_at,
        coalesce(u.state = 'prepared' AND m.name IS NOT NULL
          AND u.source IS DISTINCT FROM m.source AND m.prepared_source IS DISTINCT FROM m.source,
          false) AS stale,
      """;
  private static final String COUNTED_ONE_BY_ONE =
      """
        CASE WHEN u.state = 'failed' THEN
          (SELECT count(*) FROM failed_producer f
           JOIN upgrade_module s ON s.upgrade_id = f.upgrade_id AND s.name = f.module
           WHERE f.upgrade_id = u.upgrade_id AND f.producer = u.name AND s.state = 'skipped')
          ELSE 0 END AS held_back,
      """;
  private static final String COUNTED_AT_ONCE = "coalesce(held.modules, 0) AS held_back,";
  private static final String FROM_ENVIRONMENT =
      "FROM module m LEFT JOIN upgrade_module u ON u.upgrade_id = ? AND u.name = m.name";
  private static final String FROM_UPGRADE =
      "FROM upgrade_module u LEFT JOIN module m ON m.environment = ? AND m.name = u.name";
  private static final String HELD =
      """
      LEFT JOIN (
        SELECT f.producer, count(*) AS modules FROM failed_producer f
        JOIN upgrade_module s
          ON s.upgrade_id = f.upgrade_id AND s.name = f.module AND s.state = 'skipped'
        WHERE f.upgrade_id = ? GROUP BY f.producer
      ) held ON held.producer = u.name AND u.state = 'failed'
      """;

  private ModuleStatement() {}

  /**
   * Reads the modules of the environment's factory.
   *
   * @param upgrade whose states are shown, null before the first upgrade
   * @param after the module before the first that is read, null to start at the beginning
   * @param limit how many are read at most, null for all
   */
  static Sql ofEnvironment(
      EnvironmentName environment,
      @Nullable UpgradeId upgrade,
      ModuleSelection selection,
      @Nullable Position after,
      @Nullable Integer limit) {
    @Nullable Object id = upgrade == null ? null : upgrade.value();
    boolean atOnce = isCountedAtOnce(selection, limit);
    var order = ModuleOrder.of(selection.sort(), "m.name", "coalesce(u.state, 'pending')");
    var sql = new Sql().add(OF_ENVIRONMENT).add(IN_BOTH).add(counted(atOnce)).add(order.column());
    sql.add(FROM_ENVIRONMENT, id);
    if (atOnce) {
      sql.add(HELD, id);
    }
    sql.add("WHERE m.environment = ?", environment.value());
    var producer = selection.filter().producer();
    if (producer != null) {
      sql.add(
          "AND m.name IN (SELECT module FROM module_producer WHERE environment = ? AND producer = ?)",
          environment.value(),
          producer.value());
    }
    restrict(sql, selection.filter(), "m", true);
    return order.addTo(sql, after, limit);
  }

  /** Reads the modules of the upgrade; the parameters are those of an environment's. */
  static Sql ofUpgrade(
      UpgradeId upgrade,
      EnvironmentName environment,
      ModuleSelection selection,
      @Nullable Position after,
      @Nullable Integer limit) {
    boolean atOnce = isCountedAtOnce(selection, limit);
    var order = ModuleOrder.of(selection.sort(), "u.name", "u.state");
    var sql = new Sql().add(OF_UPGRADE).add(IN_BOTH).add(counted(atOnce)).add(order.column());
    sql.add(FROM_UPGRADE, environment.value());
    if (atOnce) {
      sql.add(HELD, upgrade.value());
    }
    sql.add("WHERE u.upgrade_id = ?", upgrade.value());
    var producer = selection.filter().producer();
    if (producer != null) {
      sql.add(
          "AND u.name IN (SELECT module FROM upgrade_edge WHERE upgrade_id = ? AND producer = ?)",
          upgrade.value(),
          producer.value());
    }
    restrict(sql, selection.filter(), "u", false);
    return order.addTo(sql, after, limit);
  }

  /** Reads one module of the upgrade. */
  static Sql ofUpgradesModule(UpgradeId upgrade, EnvironmentName environment, ModuleId module) {
    return new Sql()
        .add(OF_UPGRADE)
        .add(IN_BOTH)
        .add(counted(false))
        .add("0 AS key")
        .add(FROM_UPGRADE, environment.value())
        .add("WHERE u.upgrade_id = ? AND u.name = ?", upgrade.value(), module.value());
  }

  /** Counting for each failed module alone is quicker only where a page has few of them. */
  private static boolean isCountedAtOnce(ModuleSelection selection, @Nullable Integer limit) {
    var sort = selection.sort();
    return limit == null
        || sort.by() == ModuleSort.By.HELD_BACK
        || (sort.by() == ModuleSort.By.STATE && !sort.descending())
        || selection.filter().state() == ModuleState.FAILED;
  }

  private static String counted(boolean atOnce) {
    return atOnce ? COUNTED_AT_ONCE : COUNTED_ONE_BY_ONE;
  }

  private static void restrict(
      Sql sql, ModuleFilter filter, String table, boolean isPendingWithoutState) {
    var state = filter.state();
    if (state == ModuleState.PENDING && isPendingWithoutState) {
      sql.add("AND (u.state IS NULL OR u.state = 'pending')");
    } else if (state != null) {
      sql.add("AND u.state = ?", state.toString());
    }
    if (filter.kind() != null) {
      sql.add("AND %s.kind = ?".formatted(table), filter.kind().toString());
    }
    if (filter.text() != null) {
      sql.add("AND position(lower(?::text) IN lower(%s.name)) > 0".formatted(table), filter.text());
    }
  }
}
