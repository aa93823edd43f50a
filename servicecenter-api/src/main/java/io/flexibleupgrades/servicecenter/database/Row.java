package io.flexibleupgrades.servicecenter.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The row that a query stands on; columns are read by name. */
public final class Row {
  private final ResultSet result;

  Row(ResultSet result) {
    this.result = result;
  }

  public String text(String column) throws SQLException {
    return required(column, result.getString(column));
  }

  public @Nullable String textOrNull(String column) throws SQLException {
    return result.getString(column);
  }

  /** Returns the column as a value of a type that is made from text, null if it is null. */
  public <T> @Nullable T valueOrNull(String column, Function<String, T> parse) throws SQLException {
    var text = result.getString(column);
    return text == null ? null : parse.apply(text);
  }

  public int integer(String column) throws SQLException {
    return result.getInt(column);
  }

  public @Nullable Integer integerOrNull(String column) throws SQLException {
    int value = result.getInt(column);
    return result.wasNull() ? null : value;
  }

  public boolean flag(String column) throws SQLException {
    return result.getBoolean(column);
  }

  public long bigint(String column) throws SQLException {
    return result.getLong(column);
  }

  public @Nullable Long bigintOrNull(String column) throws SQLException {
    long value = result.getLong(column);
    return result.wasNull() ? null : value;
  }

  public @Nullable UUID uuidOrNull(String column) throws SQLException {
    return result.getObject(column, UUID.class);
  }

  public UUID uuid(String column) throws SQLException {
    return required(column, result.getObject(column, UUID.class));
  }

  public Instant time(String column) throws SQLException {
    return required(column, timeOrNull(column));
  }

  public @Nullable Instant timeOrNull(String column) throws SQLException {
    var time = result.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  /** Returns the elements of a text array, none if the column is null. */
  public <T> List<T> values(String column, Function<String, T> parse) throws SQLException {
    var array = result.getArray(column);
    if (array == null) {
      return List.of();
    }
    return List.of((String[]) array.getArray()).stream().map(parse).toList();
  }

  private static <T> T required(String column, @Nullable T value) throws SQLException {
    if (value == null) {
      throw new SQLException("Column " + column + " is null, which it never should be.");
    }
    return value;
  }
}
