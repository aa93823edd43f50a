package io.flexibleupgrades.orchestrator.journal;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Runs work in one transaction of PostgreSQL each. */
@ApplicationScoped
public class Transactions {
  private final DataSource database;

  public Transactions(DataSource database) {
    this.database = database;
  }

  /**
   * Runs the work and commits; rolls back whatever the work throws.
   *
   * @throws DatabaseException if PostgreSQL refuses or is away; nothing was committed, except when
   *     the connection broke during the commit itself
   */
  public <R> R run(Work<R> work) {
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        var result = work.on(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        rollback(connection, e);
        throw e;
      }
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }

  /** Runs work that has no result, as {@link #run} does. */
  public void execute(Statements work) {
    run(connection -> {
      work.on(connection);
      return connection;
    });
  }

  private static void rollback(Connection connection, Exception cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  /** Statements through one connection. */
  @FunctionalInterface
  public interface Statements {
    void on(Connection connection) throws SQLException;
  }

  /** Work that reads and writes through one connection. */
  @FunctionalInterface
  public interface Work<R> {
    R on(Connection connection) throws SQLException;
  }
}
