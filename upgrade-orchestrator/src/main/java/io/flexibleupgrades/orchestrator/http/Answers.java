package io.flexibleupgrades.orchestrator.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.orchestrator.idempotency.Answer;
import io.flexibleupgrades.orchestrator.idempotency.IdempotentAnswers;
import io.flexibleupgrades.orchestrator.journal.Environments;
import io.flexibleupgrades.orchestrator.journal.Environments.SessionWork;
import io.flexibleupgrades.orchestrator.journal.Transactions;
import io.flexibleupgrades.orchestrator.journal.Transactions.Work;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Answers requests that change something: each in one session, each once for its key. */
@ApplicationScoped
class Answers {
  private final Environments environments;
  private final Transactions transactions;
  private final IdempotentAnswers answers;
  private final ObjectMapper json;

  Answers(
      Environments environments,
      Transactions transactions,
      IdempotentAnswers answers,
      ObjectMapper json) {
    this.environments = environments;
    this.transactions = transactions;
    this.answers = answers;
    this.json = json;
  }

  /**
   * Runs the work in one session of the environment.
   *
   * @param operation with the body, what the request asks for
   */
  Response answer(
      EnvironmentName environment,
      @Nullable String key,
      String operation,
      Object body,
      SessionWork<Answer> work) {
    var fingerprint = fingerprint(operation, body);
    return response(
        environments.inSession(
            environment, session -> answers.once(session, key, fingerprint, work)));
  }

  /**
   * Runs work that belongs to no environment in one transaction.
   *
   * @param scope that the key is good for, see {@link IdempotentAnswers#onceIn}
   */
  Response answer(
      String scope, @Nullable String key, String operation, Object body, Work<Answer> work) {
    var fingerprint = fingerprint(operation, body);
    return response(
        transactions.run(connection -> answers.onceIn(connection, scope, key, fingerprint, work)));
  }

  private String fingerprint(String operation, Object body) {
    return operation + ' ' + Digest.of(text(body).getBytes(StandardCharsets.UTF_8));
  }

  private static Response response(Answer answer) {
    return Response.status(answer.status())
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(answer.body())
        .build();
  }

  Answer json(int status, Object body) {
    return new Answer(status, text(body));
  }

  private String text(Object body) {
    try {
      return json.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write " + body.getClass() + " as JSON.", e);
    }
  }
}
