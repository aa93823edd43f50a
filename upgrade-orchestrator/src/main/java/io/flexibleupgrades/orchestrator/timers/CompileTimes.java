package io.flexibleupgrades.orchestrator.timers;

import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.Event;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepared;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How long each module compiled the last time. Every method works in the caller's transaction. */
@ApplicationScoped
public class CompileTimes {

  /** Returns the recorded times of an environment's modules. */
  public Map<ModuleId, Duration> of(Connection connection, EnvironmentName environment)
      throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "select module, millis from compile_time where environment = ?")) {
      statement.setString(1, environment.value());
      try (var rows = statement.executeQuery()) {
        var times = new HashMap<ModuleId, Duration>();
        while (rows.next()) {
          times.put(new ModuleId(rows.getString(1)), Duration.ofMillis(rows.getLong(2)));
        }
        return times;
      }
    }
  }

  /** Records the times that these events tell; a result taken from the action cache tells none. */
  public void follow(Connection connection, List<Event> events) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            insert into compile_time (environment, module, millis) values (?, ?, ?)
            on conflict (environment, module) do update set millis = excluded.millis
            """)) {
      boolean any = false;
      for (var event : events) {
        if (event instanceof ModulePrepared prepared && prepared.compileTime().isPositive()) {
          statement.setString(1, prepared.environment().value());
          statement.setString(2, prepared.module().value());
          statement.setLong(3, prepared.compileTime().toMillis());
          statement.addBatch();
          any = true;
        }
      }
      if (any) {
        statement.executeBatch();
      }
    }
  }
}
