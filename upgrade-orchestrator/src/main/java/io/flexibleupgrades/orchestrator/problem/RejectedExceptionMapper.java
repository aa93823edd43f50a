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
      case UPGRADE_ENDED -> Problem.UPGRADE_ENDED;
      case NOT_LATEST_UPGRADE -> Problem.NOT_LATEST_UPGRADE;
      case NOT_AWAITING_CONFIRMATION -> Problem.NOT_AWAITING_CONFIRMATION;
      case NOT_PREPARING -> Problem.NOT_PREPARING;
      case PUBLISH_IN_PROGRESS -> Problem.PUBLISH_IN_PROGRESS;
      case PUBLISH_LOCKED -> Problem.PUBLISH_LOCKED;
      case CONFIGURE_LOCKED -> Problem.CONFIGURE_LOCKED;
      case REMOVE_LOCKED -> Problem.REMOVE_LOCKED;
      case PRODUCER_NOT_PREPARED -> Problem.PRODUCER_NOT_PREPARED;
      case MODULE_NOT_FOUND -> Problem.MODULE_NOT_FOUND;
      case MODULE_CONSUMED -> Problem.MODULE_CONSUMED;
      case MALFORMED_SETTING -> Problem.MALFORMED_SETTING;
    };
  }
}
