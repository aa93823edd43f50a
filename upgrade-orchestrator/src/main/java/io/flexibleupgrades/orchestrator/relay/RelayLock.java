package io.flexibleupgrades.orchestrator.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** The advisory lock that the active relay holds, in the session that also writes checkpoints. */
final class RelayLock {
  private RelayLock() {}

  /**
   * Takes the lock if it is free. Its holder loses it when the session ends: at once with the
   * process, or when nothing was asked in the session for so long.
   */
  static boolean isTaken(Connection connection, Duration silence) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select pg_try_advisory_lock(2, 0)")) {
      if (!rows.next() || !rows.getBoolean(1)) {
        return false;
      }
      statement.execute("set idle_session_timeout = %d".formatted(silence.toMillis()));
      return true;
    }
  }

  /** Makes the session one that can be used for anything again. */
  static void release(Connection connection) throws SQLException {
    if (!connection.isClosed()) {
      try (var statement = connection.createStatement()) {
        statement.execute("unlisten *");
        statement.execute("reset idle_session_timeout");
        statement.execute("select pg_advisory_unlock_all()");
      }
    }
  }
}
