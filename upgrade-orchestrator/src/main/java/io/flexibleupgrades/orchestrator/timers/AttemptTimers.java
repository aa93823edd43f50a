package io.flexibleupgrades.orchestrator.timers;

import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.Event;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.PreparationEvent;
import io.flexibleupgrades.events.PreparationEvent.ModuleFailed;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepareRequested;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepared;
import io.flexibleupgrades.events.PreparationEvent.ModuleSkipped;
import io.flexibleupgrades.events.PreparationEvent.PreparationCancelled;
import io.flexibleupgrades.events.PreparationEvent.PrepareAttemptFailed;
import io.flexibleupgrades.events.UnitId;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.events.WorkerHeartbeat;
import io.flexibleupgrades.events.WorkerName;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The deadlines of open attempts, by PostgreSQL's clock: the orchestrator's own may be wrong. Every
 * method works in the caller's transaction.
 */
@ApplicationScoped
public class AttemptTimers {
  private static final String START =
      """
      insert into attempt_timer (upgrade_id, unit, environment, attempt, kind, worker, due)
      values (?, ?, ?, ?, ?, null, clock_timestamp() + ? * interval '1 millisecond')
      on conflict (upgrade_id, unit) do update
      set attempt = excluded.attempt, kind = excluded.kind, worker = null, due = excluded.due
      """;
  private static final String STOP = "delete from attempt_timer where upgrade_id = ? and unit = ?";
  private static final String STOP_ALL = "delete from attempt_timer where upgrade_id = ?";

  private final TimerConfig config;

  AttemptTimers(TimerConfig config) {
    this.config = config;
  }

  /** Starts and stops timers as these events demand, in the transaction that appends them. */
  public void follow(Connection connection, List<Event> events) throws SQLException {
    try (var start = connection.prepareStatement(START);
        var stop = connection.prepareStatement(STOP)) {
      boolean started = false;
      boolean stopped = false;
      for (var event : events) {
        switch (event) {
          case ModulePrepareRequested e -> {
            start(start, e, e.unit(), e.attempt(), Timer.Kind.ATTEMPT, config.pickup());
            started = true;
          }
          case PrepareAttemptFailed e -> {
            start(
                start, e, e.unit(), e.attempt(), Timer.Kind.RETRY, config.pauseAfter(e.attempt()));
            started = true;
          }
          case ModulePrepared e -> stopped = stop(stop, e.upgradeId(), e.module());
          case ModuleFailed e -> stopped = stop(stop, e.upgradeId(), e.module());
          case ModuleSkipped e -> stopped = stop(stop, e.upgradeId(), e.module());
          case PreparationCancelled e -> stopAll(connection, e.upgradeId());
          default -> {
            // Everything else neither opens nor closes an attempt.
          }
        }
      }
      if (stopped) {
        stop.executeBatch();
      }
      if (started) {
        start.executeBatch();
      }
    }
  }

  /** Puts off the deadlines of the attempts that a worker says it works on. */
  public void extend(Connection connection, WorkerHeartbeat heartbeat) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            update attempt_timer
            set worker = ?, due = clock_timestamp() + ? * interval '1 millisecond'
            where upgrade_id = ? and unit = ? and attempt = ? and kind = 'attempt'
            """)) {
      for (var running : heartbeat.running()) {
        statement.setString(1, heartbeat.worker().value());
        statement.setLong(2, config.lease().toMillis());
        statement.setObject(3, running.upgradeId().value());
        statement.setString(4, running.unit().value());
        statement.setInt(5, running.attempt());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /**
   * Puts off all deadlines of attempts, because nobody listened to heartbeats until now.
   *
   * @return how many there are
   */
  public int extendAll(Connection connection) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            update attempt_timer
            set due = greatest(due, clock_timestamp() + ? * interval '1 millisecond')
            where kind = 'attempt'
            """)) {
      statement.setLong(1, config.lease().toMillis());
      return statement.executeUpdate();
    }
  }

  /** Puts off a timer whose time has not come: nobody could act on it yet. */
  public void putOff(Connection connection, Timer timer) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            update attempt_timer set due = clock_timestamp() + ? * interval '1 millisecond'
            where upgrade_id = ? and unit = ? and attempt = ?
            """)) {
      statement.setLong(1, config.pickup().toMillis());
      statement.setObject(2, timer.upgradeId().value());
      statement.setString(3, timer.unit().value());
      statement.setInt(4, timer.attempt());
      statement.executeUpdate();
    }
  }

  /** Returns timers that are due, the longest overdue first, at most so many. */
  public List<Timer> due(Connection connection, int most) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            select upgrade_id, unit, environment, attempt, kind, worker from attempt_timer
            where due < clock_timestamp() order by due limit ?
            """)) {
      statement.setInt(1, most);
      try (var rows = statement.executeQuery()) {
        var timers = new ArrayList<Timer>();
        while (rows.next()) {
          timers.add(
              new Timer(
                  new UpgradeId(rows.getObject(1, UUID.class)),
                  new UnitId(rows.getString(2)),
                  new EnvironmentName(rows.getString(3)),
                  rows.getInt(4),
                  Timer.Kind.valueOf(rows.getString(5).toUpperCase(Locale.ROOT)),
                  worker(rows.getString(6))));
        }
        return timers;
      }
    }
  }

  private static void start(
      PreparedStatement statement,
      PreparationEvent event,
      UnitId unit,
      int attempt,
      Timer.Kind kind,
      Duration due)
      throws SQLException {
    statement.setObject(1, event.upgradeId().value());
    statement.setString(2, unit.value());
    statement.setString(3, event.environment().value());
    statement.setInt(4, attempt);
    statement.setString(5, kind.toString());
    statement.setLong(6, due.toMillis());
    statement.addBatch();
  }

  /** A unit is named after one of its members, and all members settle together. */
  private static boolean stop(PreparedStatement statement, UpgradeId upgrade, ModuleId module)
      throws SQLException {
    statement.setObject(1, upgrade.value());
    statement.setString(2, module.value());
    statement.addBatch();
    return true;
  }

  private static void stopAll(Connection connection, UpgradeId upgrade) throws SQLException {
    try (var statement = connection.prepareStatement(STOP_ALL)) {
      statement.setObject(1, upgrade.value());
      statement.executeUpdate();
    }
  }

  private static @Nullable WorkerName worker(@Nullable String name) {
    return name == null ? null : new WorkerName(name);
  }
}
