package io.flexibleupgrades.orchestrator.idempotency;

import io.flexibleupgrades.orchestrator.journal.EnvironmentSession;
import io.flexibleupgrades.orchestrator.journal.Environments.SessionWork;
import io.flexibleupgrades.orchestrator.journal.Transactions.Work;
import io.flexibleupgrades.orchestrator.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Remembers answers by the caller's Idempotency-Key, in the transaction of what they answer. */
@ApplicationScoped
public class IdempotentAnswers {

  /**
   * Answers a request, or repeats the answer that the same request got before.
   *
   * @param key the caller's, null if it sent none
   * @param fingerprint of the request: two requests that ask for the same have the same
   * @throws io.quarkiverse.resteasy.problem.HttpProblem if the key was used for another request
   */
  public Answer once(
      EnvironmentSession session,
      @Nullable String key,
      String fingerprint,
      SessionWork<Answer> work)
      throws SQLException {
    return once(
        session.connection(), session.name().value(), key, fingerprint, _ -> work.in(session));
  }

  /**
   * Answers a request that belongs to no environment, as {@link #once(EnvironmentSession, String,
   * String, SessionWork)} does; one at a time, so this must be the transaction's first statement.
   *
   * @param scope that the key is good for; begins with a slash, which no environment's name has
   */
  public Answer onceIn(
      Connection connection,
      String scope,
      @Nullable String key,
      String fingerprint,
      Work<Answer> work)
      throws SQLException {
    try (var statement =
        connection.prepareStatement("select pg_advisory_xact_lock(3, hashtext(?))")) {
      statement.setString(1, scope);
      statement.execute();
    }
    return once(connection, scope, key, fingerprint, work);
  }

  private static Answer once(
      Connection connection,
      String scope,
      @Nullable String key,
      String fingerprint,
      Work<Answer> work)
      throws SQLException {
    if (key == null) {
      return work.on(connection);
    }
    var known = find(connection, scope, key, fingerprint);
    if (known.isPresent()) {
      return known.get();
    }
    var answer = work.on(connection);
    remember(connection, scope, key, fingerprint, answer);
    return answer;
  }

  private static Optional<Answer> find(
      Connection connection, String scope, String key, String fingerprint) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            select fingerprint, status, body from idempotent_answer
            where environment = ? and idempotency_key = ?
            """)) {
      statement.setString(1, scope);
      statement.setString(2, key);
      try (var rows = statement.executeQuery()) {
        if (!rows.next()) {
          return Optional.empty();
        }
        if (!rows.getString(1).equals(fingerprint)) {
          throw Problem.IDEMPOTENCY_KEY_REUSED.with(
              "Idempotency-Key '%s' was sent with another request before. Send a new key with a new request."
                  .formatted(key));
        }
        return Optional.of(new Answer(rows.getInt(2), rows.getString(3)));
      }
    }
  }

  private static void remember(
      Connection connection, String scope, String key, String fingerprint, Answer answer)
      throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            insert into idempotent_answer
              (environment, idempotency_key, fingerprint, status, body)
            values (?, ?, ?, ?, ?)
            """)) {
      statement.setString(1, scope);
      statement.setString(2, key);
      statement.setString(3, fingerprint);
      statement.setInt(4, answer.status());
      statement.setString(5, answer.body());
      statement.executeUpdate();
    }
  }
}
