package io.flexibleupgrades.servicecenter.modules;

import io.flexibleupgrades.servicecenter.database.Sql;
import io.flexibleupgrades.servicecenter.status.ModuleState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The order of a list of modules as the database sees it: by a number, then by name.
 *
 * @param key the number, lowest first; constant in alphabetical order
 * @param name the column of the name
 * @param byName whether the list is in alphabetical order, either way
 * @param descending whether the names are in the order from Z to A
 */
record ModuleOrder(String key, String name, boolean byName, boolean descending) {
  private static final List<ModuleState> ATTENTION_FIRST =
      List.of(
          ModuleState.FAILED,
          ModuleState.SKIPPED,
          ModuleState.CANCELLED,
          ModuleState.PREPARING,
          ModuleState.PENDING,
          ModuleState.PREPARED,
          ModuleState.EXCLUDED);

  static ModuleOrder of(ModuleSort sort, String name, String state) {
    var sign = sort.descending() ? "-" : "";
    return switch (sort.by()) {
      case NAME -> new ModuleOrder("0", name, true, sort.descending());
      case STATE -> new ModuleOrder(sign + rank(state), name, false, false);
      case TIME ->
          new ModuleOrder(
              "coalesce(%su.compile_millis, %d)".formatted(sign, Long.MAX_VALUE),
              name,
              false,
              false);
      case HELD_BACK -> new ModuleOrder(sign + "coalesce(held.modules, 0)", name, false, false);
    };
  }

  /** Returns what a statement selects to say where each module stands. */
  String column() {
    return "(%s)::bigint AS key".formatted(key);
  }

  /** Adds where the list begins, its order and its length. */
  Sql addTo(Sql sql, @Nullable Position after, @Nullable Integer limit) {
    if (after != null && byName) {
      sql.add("AND %s %s ?".formatted(name, descending ? "<" : ">"), after.name().value());
    } else if (after != null) {
      sql.add(
          "AND ((%s)::bigint, %s) > (?, ?)".formatted(key, name),
          after.key(),
          after.name().value());
    }
    sql.add(
        byName
            ? "ORDER BY %s%s".formatted(name, descending ? " DESC" : "")
            : "ORDER BY key, %s".formatted(name));
    if (limit != null) {
      sql.add("LIMIT " + limit);
    }
    return sql;
  }

  private static String rank(String state) {
    var cases = new StringBuilder("CASE ").append(state);
    for (int rank = 0; rank < ATTENTION_FIRST.size(); rank++) {
      cases.append(" WHEN '%s' THEN %d".formatted(ATTENTION_FIRST.get(rank), rank));
    }
    return "(" + cases.append(" END)");
  }
}
