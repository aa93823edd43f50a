package io.flexibleupgrades.orchestrator.journal;

import java.sql.SQLException;

/** PostgreSQL is away or refused a statement. */
public final class DatabaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DatabaseException(SQLException cause) {
    super("The orchestrator's database did not do what was asked: " + cause.getMessage(), cause);
  }
}
