package io.flexibleupgrades.orchestrator.journal;

import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.Event;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.orchestrator.journal.Journal.Changes;
import io.flexibleupgrades.orchestrator.notification.Notifications;
import io.flexibleupgrades.orchestrator.timers.AttemptTimers;
import io.flexibleupgrades.orchestrator.timers.CompileTimes;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Opens sessions on environments: one at a time for each environment, any number side by side. */
@ApplicationScoped
public class Environments {
  private static final int LOCKS = 1_024;

  private final Transactions transactions;
  private final Journal journal;
  private final StreamReader reader;
  private final AttemptTimers timers;
  private final CompileTimes compileTimes;
  private final Notifications notifications;

  /** Environments that share a lock wait for each other; there is no end to the names asked for. */
  private final List<ReentrantLock> locks =
      Stream.generate(ReentrantLock::new).limit(LOCKS).toList();

  Environments(
      Transactions transactions,
      Journal journal,
      StreamReader reader,
      AttemptTimers timers,
      CompileTimes compileTimes,
      Notifications notifications) {
    this.transactions = transactions;
    this.journal = journal;
    this.reader = reader;
    this.timers = timers;
    this.compileTimes = compileTimes;
    this.notifications = notifications;
  }

  /**
   * Runs the work in one transaction: what it decides, and the rows it writes, are committed
   * together before this returns.
   *
   * @throws DatabaseException if PostgreSQL is away
   */
  public <R> R inSession(EnvironmentName environment, SessionWork<R> work) {
    var lock = locks.get(Math.floorMod(environment.hashCode(), LOCKS));
    lock.lock();
    try {
      return transactions
          .run(connection -> {
            journal.lock(connection, environment);
            var session =
                new EnvironmentSession(
                    connection, environment, reader, reader.environment(connection, environment));
            var result = work.in(session);
            store(session);
            return new Done<>(session, result);
          })
          .remembered(reader);
    } finally {
      lock.unlock();
    }
  }

  /** Returns the names of all environments, in alphabetical order. */
  public List<EnvironmentName> names() {
    return transactions.run(journal::environments);
  }

  /**
   * Returns the environments in which something was appended, by whichever orchestrator.
   *
   * @param horizon that of the last look, null for the first one, which finds nothing
   */
  public Changes changesSince(@Nullable String horizon) {
    return transactions.run(connection -> journal.changesSince(connection, horizon));
  }

  /** Returns the environment that the upgrade belongs to. */
  public Optional<EnvironmentName> of(UpgradeId upgrade) {
    return transactions.run(connection -> journal.environmentOf(connection, upgrade));
  }

  private void store(EnvironmentSession session) throws SQLException {
    if (session.appended().isEmpty()) {
      return;
    }
    List<Event> events = session.events();
    journal.append(session.connection(), session.appended());
    timers.follow(session.connection(), events);
    compileTimes.follow(session.connection(), events);
    notifications.follow(session.connection(), events);
  }

  /** Work in one session. */
  @FunctionalInterface
  public interface SessionWork<R> {
    R in(EnvironmentSession session) throws SQLException;
  }

  private record Done<R>(EnvironmentSession session, R result) {
    R remembered(StreamReader reader) {
      reader.committed(session);
      return result;
    }
  }
}
