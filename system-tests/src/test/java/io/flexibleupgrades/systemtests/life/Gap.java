package io.flexibleupgrades.systemtests.life;

import io.flexibleupgrades.systemtests.running.RunningSystem;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * The moment before an event is appended.
 *
 * @param occurrence 1 for the first event of that name in the environment
 */
record Gap(String wireName, int occurrence) {
  private static final String DATABASE = "flexup_orchestrator";
  private static final int LOCK = 4711;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** Holds up the transaction that would append the event, until it is closed. */
  Held hold(RunningSystem system, String environment) throws SQLException {
    var connection = system.database(DATABASE);
    execute(connection, "select pg_advisory_lock(%d)".formatted(LOCK));
    execute(
        connection,
        """
        create or replace function hold_up() returns trigger language plpgsql as $$
        begin
          if new.environment = '%s' and new.wire_name = '%s' and %d = 1 + (
            select count(*) from journal
            where environment = new.environment and wire_name = new.wire_name) then
            perform pg_advisory_xact_lock(%d);
          end if;
          return new;
        end $$
        """
            .formatted(environment, wireName, occurrence, LOCK));
    execute(
        connection,
        "create trigger hold_up before insert on journal for each row execute function hold_up()");
    return new Held(connection);
  }

  /** A transaction that is held up, or will be. */
  static final class Held implements AutoCloseable {
    private final Connection connection;

    private Held(Connection connection) {
      this.connection = connection;
    }

    /** Returns when a transaction has come as far as the gap. */
    void awaitReached() throws SQLException, InterruptedException {
      var giveUp = System.nanoTime() + PATIENCE.toNanos();
      while (!isReached()) {
        if (System.nanoTime() > giveUp) {
          throw new AssertionError("Nothing has come as far as the gap.");
        }
        Thread.sleep(20);
      }
    }

    private boolean isReached() throws SQLException {
      try (var statement = connection.createStatement();
          var rows =
              statement.executeQuery(
                  "select count(*) from pg_locks where locktype = 'advisory' and objid = %d and not granted"
                      .formatted(LOCK))) {
        return rows.next() && rows.getInt(1) > 0;
      }
    }

    /** Lets the transaction go on, or find that its process is gone. */
    void release() throws SQLException {
      if (!connection.isClosed()) {
        execute(connection, "select pg_advisory_unlock_all()");
        execute(connection, "drop trigger hold_up on journal");
        connection.close();
      }
    }

    @Override
    public void close() throws SQLException {
      release();
    }
  }

  @Override
  public String toString() {
    return wireName.replace(".v1", "") + "-" + occurrence;
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
