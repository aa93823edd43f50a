package io.flexibleupgrades.servicecenter.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows for one statement, which takes each of their columns as an array: {@code SELECT * FROM
 * unnest(?, ?)}.
 */
public final class Columns {
  private record Column(String type, List<@Nullable Object> values) {}

  private final List<Column> columns;

  /** Begins without rows; each type is PostgreSQL's name of a column's. */
  public Columns(String... types) {
    this.columns = Stream.of(types).map(type -> new Column(type, new ArrayList<>())).toList();
  }

  /** Adds a row: one value for each column. */
  public Columns add(@Nullable Object... row) {
    for (int i = 0; i < row.length; i++) {
      columns.get(i).values().add(element(row[i]));
    }
    return this;
  }

  public boolean isEmpty() {
    return columns.getFirst().values().isEmpty();
  }

  void bind(Connection connection, PreparedStatement statement) throws SQLException {
    for (int i = 0; i < columns.size(); i++) {
      var column = columns.get(i);
      statement.setArray(i + 1, connection.createArrayOf(column.type(), column.values().toArray()));
    }
  }

  private static @Nullable Object element(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Instant time -> time.toString();
      case String text -> Queries.storable(text);
      default -> value;
    };
  }
}
