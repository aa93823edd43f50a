package io.flexibleupgrades.store.database;

import io.flexibleupgrades.store.problems.ProblemException;
import io.flexibleupgrades.store.problems.ProblemKind;

/** The database's schema is not there yet. */
final class DatabaseUnavailableException extends ProblemException {
  private static final long serialVersionUID = 1L;

  DatabaseUnavailableException() {
    super(ProblemKind.DATABASE_UNAVAILABLE, DatabaseOutage.DETAIL);
  }
}
