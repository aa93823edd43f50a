package io.flexibleupgrades.orchestrator.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.flexibleupgrades.events.EnvironmentEvent;
import io.flexibleupgrades.events.EnvironmentEvent.UpgradeStarted;
import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.Event;
import io.flexibleupgrades.events.MessageCodec;
import io.flexibleupgrades.events.MessageJson;
import io.flexibleupgrades.events.Stream;
import io.flexibleupgrades.events.UpgradeId;
import io.flexibleupgrades.events.WireName;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Puts what happens in an upgrade on the list of what is to be delivered, in the transaction that
 * appends it: what is rolled back is told to nobody, and what is committed is told at least once.
 */
@ApplicationScoped
public class Notifications {
  private static final Logger LOG = Logger.getLogger(Notifications.class);

  private final Deliveries deliveries;
  private final MessageCodec codec = new MessageCodec();
  private final JsonMapper json = MessageJson.mapper();

  Notifications(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  /** Lists the deliveries that these events demand, in the transaction that appended them. */
  public void follow(Connection connection, List<Event> events) throws SQLException {
    for (var event : events) {
      if (event instanceof EnvironmentEvent happened) {
        var change = UpgradeChange.of(happened);
        if (change != null) {
          follow(connection, happened.environment(), change, events);
        }
      }
    }
  }

  private void follow(
      Connection connection, EnvironmentName environment, UpgradeChange change, List<Event> events)
      throws SQLException {
    var now = timeIfAnybodyListens(connection, environment);
    if (now.isEmpty()) {
      return;
    }
    var started = start(connection, environment, change.upgradeId());
    if (started.isEmpty()) {
      LOG.errorf("The start of upgrade %s is not in the journal: not told", change.upgradeId());
      return;
    }
    var notification = Notification.of(change, started.get(), events, now.get());
    deliveries.list(connection, environment, notification.type(), text(notification));
  }

  /** Returns the database's time, as the journal has it; empty if there is nobody to notify. */
  private static Optional<Instant> timeIfAnybodyListens(
      Connection connection, EnvironmentName environment) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            select clock_timestamp() from webhook
            where environment = ? and disabled is null limit 1
            """)) {
      statement.setString(1, environment.value());
      try (var rows = statement.executeQuery()) {
        return rows.next()
            ? Optional.of(rows.getObject(1, OffsetDateTime.class).toInstant())
            : Optional.empty();
      }
    }
  }

  /** Reads the upgrade's start, which the journal has since before, or since just now. */
  private Optional<UpgradeStarted> start(
      Connection connection, EnvironmentName environment, UpgradeId upgrade) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            select payload from journal
            where stream = ? and wire_name = ? and payload ->> 'upgradeId' = ?
            order by sequence desc limit 1
            """)) {
      statement.setString(1, Stream.of(environment).name());
      statement.setString(2, WireName.UPGRADE_STARTED.text());
      statement.setString(3, upgrade.toString());
      try (var rows = statement.executeQuery()) {
        if (!rows.next()) {
          return Optional.empty();
        }
        var payload = rows.getString(1).getBytes(StandardCharsets.UTF_8);
        return Optional.of((UpgradeStarted) codec.event(WireName.UPGRADE_STARTED, payload));
      }
    }
  }

  private String text(Notification notification) {
    try {
      return json.writeValueAsString(notification);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write a notification as JSON.", e);
    }
  }
}
