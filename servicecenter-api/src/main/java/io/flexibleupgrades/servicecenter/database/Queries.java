package io.flexibleupgrades.servicecenter.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Plain SQL in the transaction of the calling thread. */
@ApplicationScoped
public class Queries {
  private static final int ROWS_AT_ONCE = 500;
  private final DataSource dataSource;

  Queries(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Returns what each row says, in the order of the query. */
  public <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... parameters) {
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      return read(statement, reader);
    } catch (SQLException e) {
      throw new DatabaseException(sql, e);
    }
  }

  /** Returns what each row says, in the order of the query. */
  public <T> List<T> list(Sql sql, RowReader<T> reader) {
    return list(sql.text(), reader, sql.values());
  }

  /** Hands over what each row says as it is read; few rows are held at the same time. */
  public <T> void each(Sql sql, RowReader<T> reader, Consumer<T> taker) {
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(sql.text())) {
      bind(statement, sql.values());
      statement.setFetchSize(ROWS_AT_ONCE);
      try (var result = statement.executeQuery()) {
        var row = new Row(result);
        while (result.next()) {
          taker.accept(reader.read(row));
        }
      }
    } catch (SQLException e) {
      throw new DatabaseException(sql.text(), e);
    }
  }

  /** Returns what the first row says, empty if there is none. */
  public <T> Optional<T> first(String sql, RowReader<T> reader, @Nullable Object... parameters) {
    return list(sql, reader, parameters).stream().findFirst();
  }

  /** Executes a statement and returns how many rows it changed. */
  public int execute(String sql, @Nullable Object... parameters) {
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseException(sql, e);
    }
  }

  /** Executes a statement for all rows at once, none if there are no rows. */
  public void execute(String sql, Columns rows) {
    if (rows.isEmpty()) {
      return;
    }
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(sql)) {
      rows.bind(connection, statement);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new DatabaseException(sql, e);
    }
  }

  /** Returns what each row of the query for all of these rows says, none if there are no rows. */
  public <T> List<T> list(String sql, RowReader<T> reader, Columns rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    try (var connection = dataSource.getConnection();
        var statement = connection.prepareStatement(sql)) {
      rows.bind(connection, statement);
      return read(statement, reader);
    } catch (SQLException e) {
      throw new DatabaseException(sql, e);
    }
  }

  private static <T> List<T> read(PreparedStatement statement, RowReader<T> reader)
      throws SQLException {
    var found = new ArrayList<T>();
    try (var result = statement.executeQuery()) {
      var row = new Row(result);
      while (result.next()) {
        found.add(reader.read(row));
      }
    }
    return found;
  }

  private static void bind(PreparedStatement statement, @Nullable Object[] parameters)
      throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, bindable(parameters[i]));
    }
  }

  private static @Nullable Object bindable(@Nullable Object parameter) {
    return switch (parameter) {
      case null -> null;
      case Instant time -> time.atOffset(ZoneOffset.UTC);
      case String text -> storable(text);
      default -> parameter;
    };
  }

  /** PostgreSQL's text holds every character but U+0000, which sources and logs can contain. */
  static String storable(String text) {
    return text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
  }
}
