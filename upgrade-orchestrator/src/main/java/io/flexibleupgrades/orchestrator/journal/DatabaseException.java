package io.flexibleupgrades.orchestrator.journal;

import java.sql.SQLException;

/** PostgreSQL is away or refused a statement. */
public final class DatabaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final String DATA_EXCEPTION = "22";

  DatabaseException(SQLException cause) {
    super("The orchestrator's database did not do what was asked: " + cause.getMessage(), cause);
  }

  /** Whether PostgreSQL refuses what a statement says, now and whenever it is tried again. */
  boolean isForEver() {
    return getCause() instanceof SQLException refused
        && refused.getSQLState() != null
        && refused.getSQLState().startsWith(DATA_EXCEPTION);
  }
}
