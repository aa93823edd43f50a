package io.flexibleupgrades.orchestrator.relay;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Decides, by a seed, at which record and between which steps relays die, and when one only loses
 * the session that holds its lock.
 */
final class Fate {
  private static final Executor SAME_THREAD = Runnable::run;

  private final DataSource database;
  private final Queue<Blow> blows = new ArrayDeque<>();
  private final AtomicLong sent = new AtomicLong();
  private int kills;
  private int losses;

  Fate(DataSource database) {
    this.database = database;
  }

  /** Where a relay can be hit. */
  enum Step {
    READ,
    SENDING,
    ACKNOWLEDGED,
    CHECKPOINTED
  }

  /** What hits: the relay as a whole, or its session alone. */
  private record Blow(long record, Step step, boolean sessionOnly) {}

  /** Lets so many blows hit the relays that send the next records; of four one is on the lock. */
  synchronized void strike(Random random, int count, long records) {
    long first = sent.get();
    for (int i = 0; i < count; i++) {
      long at = first + records * i / count + random.nextLong(Math.max(1, records / count / 2));
      var step = Step.values()[random.nextInt(Step.values().length)];
      blows.add(new Blow(at, step, i % 4 == 3));
    }
  }

  /** Hits the relay that is at this step now, if its time has come. */
  void at(Step step, Connection session) {
    long record = step == Step.SENDING ? sent.incrementAndGet() : sent.get();
    var blow = next(step, record);
    if (blow == null) {
      return;
    }
    try {
      if (blow.sessionOnly()) {
        terminateHolder();
      } else {
        session.abort(SAME_THREAD);
        throw new Killed(step.toString());
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private synchronized @Nullable Blow next(Step step, long record) {
    var blow = blows.peek();
    if (blow == null || blow.step() != step || record < blow.record()) {
      return null;
    }
    blows.remove();
    if (blow.sessionOnly()) {
      losses++;
    } else {
      kills++;
    }
    return blow;
  }

  private void terminateHolder() throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          """
          select pg_terminate_backend(pid) from pg_locks
          where locktype = 'advisory' and classid = 2 and objid = 0 and granted
            and database = (select oid from pg_database where datname = current_database())
          """);
    }
  }

  synchronized int kills() {
    return kills;
  }

  synchronized int losses() {
    return losses;
  }

  synchronized boolean isDone() {
    return blows.isEmpty();
  }
}
