package io.flexibleupgrades.orchestrator.problem;

import io.flexibleupgrades.orchestrator.environment.RejectedException;
import io.flexibleupgrades.orchestrator.environment.RejectedException.Rule;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;

/** Tells which rule a command broke. */
@Provider
class RejectedExceptionMapper extends ExceptionMapperBase<RejectedException> {

  @Override
  protected HttpProblem toProblem(RejectedException exception) {
    return problem(exception.rule())
        .with(String.valueOf(exception.getMessage()), exception.facts());
  }

  private static Problem problem(Rule rule) {
    return switch (rule) {
      case ENVIRONMENT_NOT_FOUND -> Problem.ENVIRONMENT_NOT_FOUND;
      case ENVIRONMENT_EXISTS -> Problem.ENVIRONMENT_EXISTS;
      case ENVIRONMENT_LOCKED -> Problem.ENVIRONMENT_LOCKED;
      case NOT_ELIGIBLE -> Problem.NOT_ELIGIBLE;
      case UPGRADE_IN_PROGRESS -> Problem.UPGRADE_IN_PROGRESS;
    };
  }
}
