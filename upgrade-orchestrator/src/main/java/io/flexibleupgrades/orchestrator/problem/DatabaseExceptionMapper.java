package io.flexibleupgrades.orchestrator.problem;

import io.flexibleupgrades.orchestrator.journal.DatabaseException;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;

/** Tells that the database is away. */
@Provider
class DatabaseExceptionMapper extends ExceptionMapperBase<DatabaseException> {

  @Override
  protected HttpProblem toProblem(DatabaseException exception) {
    return Problem.DATABASE_UNAVAILABLE.with(
        "The database does not answer; nothing was changed. Try again in a moment.");
  }
}
