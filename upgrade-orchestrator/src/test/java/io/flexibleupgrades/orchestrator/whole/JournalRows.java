package io.flexibleupgrades.orchestrator.whole;

import io.flexibleupgrades.events.Event;
import io.flexibleupgrades.events.MessageCodec;
import io.flexibleupgrades.events.WireName;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.sql.DataSource;

/** An environment's events as the journal has them, in the order in which they were appended. */
final class JournalRows {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final DataSource database;
  private final String environment;
  private final MessageCodec codec = new MessageCodec();

  JournalRows(DataSource database, String environment) {
    this.database = database;
    this.environment = environment;
  }

  /** Returns all events so far. */
  List<Event> all() {
    try (var connection = database.getConnection();
        var statement =
            connection.prepareStatement(
                "select wire_name, payload from journal where environment = ? order by position")) {
      statement.setString(1, environment);
      try (var rows = statement.executeQuery()) {
        var events = new ArrayList<Event>();
        while (rows.next()) {
          var name = WireName.parse(rows.getString(1));
          if (name != null) {
            events.add(codec.event(name, rows.getString(2).getBytes(StandardCharsets.UTF_8)));
          }
        }
        return events;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  <E> List<E> all(Class<E> type) {
    return all().stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** Returns the latest event of this type as soon as there are so many of them. */
  <E> E await(Class<E> type, int count) {
    return await(type, _ -> true, count);
  }

  /** Returns the latest event that fits as soon as there are so many of them. */
  <E> E await(Class<E> type, Predicate<E> fits, int count) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < deadline) {
      var found = all(type).stream().filter(fits).toList();
      if (found.size() >= count) {
        return found.getLast();
      }
      pause();
    }
    throw new AssertionError(
        "No %s number %d came; there are %s".formatted(type.getSimpleName(), count, all()));
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
