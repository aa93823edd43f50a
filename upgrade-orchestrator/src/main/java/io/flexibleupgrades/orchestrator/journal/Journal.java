package io.flexibleupgrades.orchestrator.journal;

import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.Event;
import io.flexibleupgrades.events.MalformedMessageException;
import io.flexibleupgrades.events.MessageCodec;
import io.flexibleupgrades.events.Stream;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.events.WireName;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The append-only table of all events. Every method works in the caller's transaction. */
@ApplicationScoped
public class Journal {
  /** The channel on which an append wakes the relay. */
  public static final String CHANNEL = "journal";

  private static final Logger LOG = Logger.getLogger(Journal.class);
  private static final int FETCH = 1_000;

  private final MessageCodec codec = new MessageCodec();

  /**
   * Locks an environment's streams until the transaction ends. It must be the transaction's first
   * statement: it takes no transaction id, so that whoever comes later also has a later id, which
   * is the order the relay publishes in.
   */
  void lock(Connection connection, EnvironmentName environment) throws SQLException {
    try (var statement =
        connection.prepareStatement("select pg_advisory_xact_lock(1, hashtext(?))")) {
      statement.setString(1, environment.value());
      statement.execute();
    }
  }

  /**
   * Appends events to their streams, and wakes the relay when the transaction commits.
   *
   * @throws SQLException if a sequence is taken already
   */
  void append(Connection connection, List<SequencedEvent> events) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            insert into journal (stream, sequence, event_id, environment, wire_name, payload)
            values (?, ?, ?, ?, ?, ?::json)
            """)) {
      for (var sequenced : events) {
        var event = sequenced.event();
        statement.setString(1, event.stream().name());
        statement.setLong(2, sequenced.sequence());
        statement.setObject(3, UUID.randomUUID());
        statement.setString(4, event.environment().value());
        statement.setString(5, WireName.of(event).text());
        statement.setString(6, new String(codec.payload(event), StandardCharsets.UTF_8));
        statement.addBatch();
      }
      statement.executeBatch();
    }
    try (var statement = connection.prepareStatement("select pg_notify(?, '')")) {
      statement.setString(1, CHANNEL);
      statement.execute();
    }
  }

  /**
   * Reads the events of a stream after a sequence, in order. An event that this version cannot read
   * is passed over, its sequence is not.
   *
   * @return how far it read
   */
  End read(Connection connection, Stream stream, long after, Consumer<Event> reader)
      throws SQLException {
    long last = after;
    UnreadEvent unread = null;
    try (var statement =
        connection.prepareStatement(
            """
            select sequence, wire_name, payload from journal
            where stream = ? and sequence > ? order by sequence
            """)) {
      statement.setFetchSize(FETCH);
      statement.setString(1, stream.name());
      statement.setLong(2, after);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          last = rows.getLong(1);
          var event = event(rows.getString(2), rows.getString(3));
          if (event.isPresent()) {
            reader.accept(event.get());
          } else if (unread == null) {
            unread = new UnreadEvent(stream, last, rows.getString(2));
          }
        }
      }
    }
    return new End(last, unread);
  }

  /** Returns the names of all environments. */
  List<EnvironmentName> environments(Connection connection) throws SQLException {
    try (var statement =
            connection.prepareStatement(
                """
                select environment from journal
                where wire_name = 'environment-created.v1' order by environment
                """);
        var rows = statement.executeQuery()) {
      var names = new ArrayList<EnvironmentName>();
      while (rows.next()) {
        names.add(new EnvironmentName(rows.getString(1)));
      }
      return names;
    }
  }

  /** Returns the environments that got events in transactions that ended since the horizon. */
  Changes changesSince(Connection connection, @Nullable String horizon) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            select pg_snapshot_xmin(pg_current_snapshot())::text, array(
              select distinct environment from journal where txid >= ?::xid8)
            """)) {
      statement.setString(1, horizon);
      try (var rows = statement.executeQuery()) {
        rows.next();
        var names = (String[]) rows.getArray(2).getArray();
        return new Changes(
            rows.getString(1), Arrays.stream(names).map(EnvironmentName::new).toList());
      }
    }
  }

  /** Returns the environment that the upgrade belongs to. */
  Optional<EnvironmentName> environmentOf(Connection connection, UpgradeId upgrade)
      throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "select environment from journal where stream = ? and sequence = 1")) {
      statement.setString(1, Stream.of(upgrade).name());
      try (var rows = statement.executeQuery()) {
        return rows.next() ? Optional.of(new EnvironmentName(rows.getString(1))) : Optional.empty();
      }
    }
  }

  /** Returns when an environment's stream got its latest event of one of these types. */
  public Optional<Instant> lastRecorded(
      Connection connection, EnvironmentName environment, List<WireName> names)
      throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            select recorded_at from journal
            where stream = ? and wire_name = any (?) order by sequence desc limit 1
            """)) {
      statement.setString(1, Stream.of(environment).name());
      statement.setArray(
          2, connection.createArrayOf("text", names.stream().map(WireName::text).toArray()));
      try (var rows = statement.executeQuery()) {
        return rows.next()
            ? Optional.of(rows.getObject(1, OffsetDateTime.class).toInstant())
            : Optional.empty();
      }
    }
  }

  /**
   * Where something changed.
   *
   * @param horizon of this look: PostgreSQL's id of the oldest transaction that it cannot have seen
   */
  public record Changes(String horizon, List<EnvironmentName> environments) {}

  /** Returns the event, nothing if a later version wrote it and this one cannot read it. */
  private Optional<Event> event(String wireName, String payload) {
    var name = WireName.parse(wireName);
    if (name == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(codec.event(name, payload.getBytes(StandardCharsets.UTF_8)));
    } catch (MalformedMessageException e) {
      LOG.warnf("The journal has an event that this version cannot read: %s", e.getMessage());
      return Optional.empty();
    }
  }

  /**
   * Where a stream ends.
   *
   * @param sequence of its last event
   * @param unread the first event that was passed over, null if none was
   */
  record End(long sequence, @Nullable UnreadEvent unread) {}

  /** An event at its place in its stream. */
  record SequencedEvent(long sequence, Event event) {}
}
