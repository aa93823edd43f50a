package io.flexibleupgrades.orchestrator.outcomes;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** The messages that were taken. Works in the caller's transaction. */
@ApplicationScoped
class Inbox {

  /** Takes a message; false if it was taken before. */
  boolean take(Connection connection, UUID message) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "insert into inbox (message_id) values (?) on conflict do nothing")) {
      statement.setObject(1, message);
      return statement.executeUpdate() == 1;
    }
  }
}
