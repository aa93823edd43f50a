package io.flexibleupgrades.orchestrator.problem;

import io.flexibleupgrades.orchestrator.journal.LaterReleaseException;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;

/** Tells that a later release is needed to decide. */
@Provider
class LaterReleaseExceptionMapper extends ExceptionMapperBase<LaterReleaseException> {

  @Override
  protected HttpProblem toProblem(LaterReleaseException exception) {
    return Problem.LATER_RELEASE.with(String.valueOf(exception.getMessage()), exception.facts());
  }
}
