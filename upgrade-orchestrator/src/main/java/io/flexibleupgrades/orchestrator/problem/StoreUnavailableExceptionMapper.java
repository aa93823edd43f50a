package io.flexibleupgrades.orchestrator.problem;

import io.flexibleupgrades.orchestrator.store.StoreUnavailableException;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;

/** Tells that the artifact store is away. */
@Provider
class StoreUnavailableExceptionMapper extends ExceptionMapperBase<StoreUnavailableException> {

  @Override
  protected HttpProblem toProblem(StoreUnavailableException exception) {
    return Problem.STORE_UNAVAILABLE.with(String.valueOf(exception.getMessage()));
  }
}
