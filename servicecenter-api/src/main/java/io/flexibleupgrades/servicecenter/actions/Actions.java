package io.flexibleupgrades.servicecenter.actions;

import com.fasterxml.jackson.databind.JsonNode;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.UpgradeId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** Asks the orchestrator for what an operator wants; what was asked twice is done once. */
@ApplicationScoped
public class Actions {
  private static final Logger LOG = Logger.getLogger(Actions.class);

  private final Orchestrator orchestrator;

  Actions(@RestClient Orchestrator orchestrator) {
    this.orchestrator = orchestrator;
  }

  /**
   * Asks for an action.
   *
   * @param key the same for the same question, however often it is sent
   */
  public Result ask(
      Action action, EnvironmentName environment, UpgradeId upgrade, Order order, UUID key) {
    try {
      return action == Action.PUBLISH
          ? published(orchestrator.publish(environment.value(), key.toString(), order))
          : steered(
              action,
              orchestrator.steer(upgrade.toString(), action.toString(), key.toString(), order));
    } catch (RefusalException e) {
      return e.result();
    } catch (ProcessingException e) {
      LOG.warnf(e, "The orchestrator was not reached to %s in %s.", action, environment);
      return new Result(
          503,
          "The orchestrator does not answer",
          "Perhaps it was done and perhaps not. Reload this page to send it again: it is done once only.");
    }
  }

  private static Result steered(Action action, JsonNode answer) {
    return new Result(200, action.title(), answer.path("message").asText());
  }

  private static Result published(JsonNode answer) {
    int modules = answer.path("modules").size();
    return new Result(
        200,
        "Publishing",
        "%s being published on platform %s."
            .formatted(
                modules == 1 ? "1 module is" : modules + " modules are",
                answer.path("platform").asText()));
  }
}
