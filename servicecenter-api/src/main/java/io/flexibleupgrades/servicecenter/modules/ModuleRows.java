package io.flexibleupgrades.servicecenter.modules;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.servicecenter.database.Queries;
import io.flexibleupgrades.servicecenter.database.Row;
import io.flexibleupgrades.servicecenter.status.ModuleState;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Modules with their state in an upgrade, filtered and paged by the database. */
@ApplicationScoped
class ModuleRows {
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
          false) AS stale
      """;
  private static final String FROM_ENVIRONMENT =
      """
      FROM module m LEFT JOIN upgrade_module u ON u.upgrade_id = ? AND u.name = m.name
      WHERE m.environment = ?
      """;
  private static final String FROM_UPGRADE =
      """
      FROM upgrade_module u LEFT JOIN module m ON m.environment = ? AND m.name = u.name
      WHERE u.upgrade_id = ?
      """;

  private final Queries queries;

  ModuleRows(Queries queries) {
    this.queries = queries;
  }

  /**
   * Returns the modules of the environment's factory after that name, in alphabetical order.
   *
   * @param upgrade whose states are shown, null before the first upgrade
   */
  List<ModuleItem> ofEnvironment(
      EnvironmentName environment,
      @Nullable UpgradeId upgrade,
      ModuleFilter filter,
      String after,
      int limit) {
    var sql =
        OF_ENVIRONMENT
            + IN_BOTH
            + FROM_ENVIRONMENT
            + restricted("m.name", "m.kind", "coalesce(u.state, 'pending')");
    @Nullable Object id = upgrade == null ? null : upgrade.value();
    return list(sql, new @Nullable Object[] {id, environment.value()}, filter, after, limit);
  }

  /** Returns the modules of the upgrade after that name, in alphabetical order. */
  List<ModuleItem> ofUpgrade(
      UpgradeId upgrade,
      EnvironmentName environment,
      ModuleFilter filter,
      String after,
      int limit) {
    var sql = OF_UPGRADE + IN_BOTH + FROM_UPGRADE + restricted("u.name", "u.kind", "u.state");
    var keys = new @Nullable Object[] {environment.value(), upgrade.value()};
    return list(sql, keys, filter, after, limit);
  }

  /** Returns one module of the upgrade, none if it has no such module. */
  List<ModuleItem> one(UpgradeId upgrade, EnvironmentName environment, ModuleId module) {
    return queries.list(
        OF_UPGRADE + IN_BOTH + FROM_UPGRADE + "AND u.name = ?",
        ModuleRows::item,
        environment.value(),
        upgrade.value(),
        module.value());
  }

  private List<ModuleItem> list(
      String sql, @Nullable Object[] keys, ModuleFilter filter, String after, int limit) {
    var parameters = Arrays.copyOf(keys, keys.length + 8);
    int at = keys.length;
    parameters[at++] = after;
    parameters[at++] = text(filter.state());
    parameters[at++] = text(filter.state());
    parameters[at++] = text(filter.kind());
    parameters[at++] = text(filter.kind());
    parameters[at++] = filter.text();
    parameters[at++] = filter.text();
    parameters[at] = limit;
    return queries.list(sql, ModuleRows::item, parameters);
  }

  private static String restricted(String name, String kind, String state) {
    return """
    AND %s > ? AND (?::text IS NULL OR %s = ?) AND (?::text IS NULL OR %s = ?)
    AND (?::text IS NULL OR position(lower(?::text) IN lower(%s)) > 0)
    ORDER BY %s LIMIT ?
    """
        .formatted(name, state, kind, name, name);
  }

  private static @Nullable String text(@Nullable Object choice) {
    return choice == null ? null : choice.toString();
  }

  private static ModuleItem item(Row row) throws SQLException {
    return new ModuleItem(
        new ModuleId(row.text("name")),
        ModuleFilter.kind(row.text("kind")),
        ModuleState.parse(row.text("state")),
        row.values("producers", ModuleId::new),
        row.values("failed_producers", ModuleId::new),
        row.textOrNull("running_version"),
        row.valueOrNull("running_digest", Digest::new),
        row.timeOrNull("deployed_at"),
        row.textOrNull("prepared_version"),
        row.valueOrNull("artifact", Digest::new),
        row.textOrNull("excluded_reason"),
        row.integer("warnings"),
        row.bigintOrNull("compile_millis"),
        row.integer("attempts"),
        row.timeOrNull("settled_at"),
        row.flag("stale"));
  }
}
