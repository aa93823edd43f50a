package io.flexibleupgrades.servicecenter.history;

import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.servicecenter.database.Queries;
import io.flexibleupgrades.servicecenter.database.Row;
import io.flexibleupgrades.servicecenter.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The modules in scope of either of two upgrades. */
@ApplicationScoped
class ComparisonRows {
  private record Group(ComparedStates states, int modules) {}

  /** How many modules are where in the two upgrades. */
  record Groups(Map<ComparedStates, Integer> modules) {

    /** Returns how many modules each category has, 0 if none. */
    Map<Category, Integer> counts() {
      var counts = new EnumMap<Category, Integer>(Category.class);
      for (var category : Category.values()) {
        counts.put(category, 0);
      }
      modules.forEach((states, count) -> counts.merge(states.category(), count, Integer::sum));
      return counts;
    }

    Set<ComparedStates> of(Category category) {
      return modules.keySet().stream()
          .filter(states -> states.category() == category)
          .collect(Collectors.toSet());
    }
  }

  private final Queries queries;

  ComparisonRows(Queries queries) {
    this.queries = queries;
  }

  Groups groups(UpgradeId earlier, UpgradeId later) {
    var sql = new Sql().add("SELECT before, after, failure_kind, count(*) AS modules FROM (");
    compared(sql, earlier, later, "");
    sql.add(") compared GROUP BY before, after, failure_kind");
    return new Groups(
        queries.list(sql, row -> new Group(ComparedStates.of(row), row.integer("modules"))).stream()
            .collect(Collectors.toMap(Group::states, Group::modules)));
  }

  /** Returns all modules in alphabetical order. */
  List<ComparedModule> all(UpgradeId earlier, UpgradeId later) {
    var sql = new Sql();
    compared(sql, earlier, later, "");
    return queries.list(sql.add("ORDER BY name"), ComparisonRows::module);
  }

  /**
   * Returns modules after that name in alphabetical order.
   *
   * @param states those that the modules are in, null for any
   */
  List<ComparedModule> page(
      UpgradeId earlier,
      UpgradeId later,
      @Nullable Set<ComparedStates> states,
      String after,
      int limit) {
    var sql = new Sql().add("SELECT * FROM (");
    compared(sql, earlier, later, after);
    sql.add(") compared");
    if (states != null) {
      sql.add("WHERE FALSE");
      states.forEach(one ->
          sql.add(
              "OR (before IS NOT DISTINCT FROM ? AND after IS NOT DISTINCT FROM ?"
                  + " AND failure_kind IS NOT DISTINCT FROM ?)",
              text(one.before()),
              text(one.after()),
              text(one.failure())));
    }
    return queries.list(sql.add("ORDER BY name LIMIT " + limit), ComparisonRows::module);
  }

  private static void compared(Sql sql, UpgradeId earlier, UpgradeId later, String after) {
    sql.add(
        """
        SELECT coalesce(b.name, a.name) AS name, b.state AS before, a.state AS after,
          a.failure_kind
        FROM (SELECT name, state FROM upgrade_module
              WHERE upgrade_id = ? AND state <> 'excluded' AND name > ?) b
        FULL JOIN (SELECT name, state, failure_kind FROM upgrade_module
                   WHERE upgrade_id = ? AND state <> 'excluded' AND name > ?) a ON a.name = b.name
        """,
        earlier.value(),
        after,
        later.value(),
        after);
  }

  private static @Nullable String text(@Nullable Object choice) {
    return choice == null ? null : choice.toString();
  }

  private static ComparedModule module(Row row) throws SQLException {
    var states = ComparedStates.of(row);
    return new ComparedModule(
        new ModuleId(row.text("name")), states.category(), states.before(), states.after());
  }
}
