package io.flexibleupgrades.servicecenter.actions;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;

/** The orchestrator did not do what it was asked; the message says why. */
final class RefusalException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int status;
  private final String title;

  private RefusalException(int status, String title, String detail) {
    super(detail);
    this.status = status;
    this.title = title;
  }

  static RefusalException of(Response response) {
    int status = response.getStatus();
    try {
      var problem = response.readEntity(JsonNode.class);
      if (problem != null && problem.hasNonNull("detail")) {
        return new RefusalException(
            status, problem.path("title").asText("Refused"), problem.path("detail").asText());
      }
    } catch (ProcessingException | IllegalStateException _) {
      // Something between here and the orchestrator answered, and not as the orchestrator does.
    }
    return new RefusalException(
        status, "The orchestrator did not answer as usual", "The answer's code is " + status + '.');
  }

  Result result() {
    return new Result(status, title, String.valueOf(getMessage()));
  }
}
