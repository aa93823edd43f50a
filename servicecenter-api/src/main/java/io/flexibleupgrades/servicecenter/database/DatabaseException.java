package io.flexibleupgrades.servicecenter.database;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A statement did not succeed. */
public final class DatabaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DatabaseException(String statement, SQLException cause) {
    super("PostgreSQL refused '%s': %s".formatted(statement, cause.getMessage()), cause);
  }

  /**
   * Returns whether the failure lies in what was asked (data, constraint, syntax) rather than in
   * the database being away, busy or shutting down: then asking again would not help.
   */
  public static boolean isLasting(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return sql.getSQLState().matches("(22|23|42).*");
      }
    }
    return false;
  }

  /**
   * Returns whether a database that is away or busy is the reason of this failure. A transaction
   * that fails on commit says only that it was rolled back.
   */
  public static boolean isUnavailable(Throwable failure) {
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException) {
        return !isLasting(failure);
      }
      if (cause instanceof RollbackException && cause.getCause() == null) {
        return true;
      }
    }
    return false;
  }
}
