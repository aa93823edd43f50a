package io.flexibleupgrades.orchestrator.notification;

import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.orchestrator.notification.Webhook.LastAttempt;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The webhooks of all environments. Every method works in the caller's transaction. */
@ApplicationScoped
public class Webhooks {
  private static final String SELECT =
      """
      select name, url, created_at, disabled, last_at, last_delivery, last_type, last_status,
        last_error, last_attempts,
        (select count(*) from webhook_delivery d
          where d.environment = w.environment and d.webhook = w.name and state = 'pending'),
        (select count(*) from webhook_delivery d
          where d.environment = w.environment and d.webhook = w.name and state = 'given-up')
      from webhook w
      where environment = ? and (?::text is null or name = ?::text)
      order by name collate "C"
      """;

  /**
   * Makes the webhook be as it is asked for; one that was disabled is no more.
   *
   * @param secret null to keep the one it has, or to get a new one
   */
  public Put put(
      Connection connection, WebhookId id, WebhookUrl url, @Nullable WebhookSecret secret)
      throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            select url, secret, disabled from webhook
            where environment = ? and name = ? for no key update
            """)) {
      statement.setString(1, id.environment().value());
      statement.setString(2, id.name().value());
      try (var rows = statement.executeQuery()) {
        if (!rows.next()) {
          return create(connection, id, url, secret);
        }
        var kept = secret == null ? rows.getString(2) : secret.text();
        boolean same =
            rows.getString(1).equals(url.value())
                && rows.getString(2).equals(kept)
                && rows.getString(3) == null;
        if (!same) {
          change(connection, id, url, kept);
        }
        return new Put(false, !same, null);
      }
    }
  }

  /** Returns a webhook of an environment. */
  public Optional<Webhook> find(Connection connection, WebhookId id) throws SQLException {
    return read(connection, id.environment(), id.name().value()).stream().findFirst();
  }

  /** Returns the webhooks of an environment in alphabetical order. */
  public List<Webhook> of(Connection connection, EnvironmentName environment) throws SQLException {
    return read(connection, environment, null);
  }

  /**
   * Deletes a webhook and whatever is still to be delivered to it.
   *
   * @return whether there was one
   */
  public boolean delete(Connection connection, WebhookId id) throws SQLException {
    try (var statement =
        connection.prepareStatement("delete from webhook where environment = ? and name = ?")) {
      statement.setString(1, id.environment().value());
      statement.setString(2, id.name().value());
      return statement.executeUpdate() == 1;
    }
  }

  private static Put create(
      Connection connection, WebhookId id, WebhookUrl url, @Nullable WebhookSecret given)
      throws SQLException {
    var secret = given == null ? WebhookSecret.random() : given;
    try (var statement =
        connection.prepareStatement(
            "insert into webhook (environment, name, url, secret) values (?, ?, ?, ?)")) {
      statement.setString(1, id.environment().value());
      statement.setString(2, id.name().value());
      statement.setString(3, url.value());
      statement.setString(4, secret.text());
      statement.executeUpdate();
    }
    return new Put(true, true, given == null ? secret : null);
  }

  private static void change(Connection connection, WebhookId id, WebhookUrl url, String secret)
      throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            update webhook set url = ?, secret = ?, disabled = null
            where environment = ? and name = ?
            """)) {
      statement.setString(1, url.value());
      statement.setString(2, secret);
      statement.setString(3, id.environment().value());
      statement.setString(4, id.name().value());
      statement.executeUpdate();
    }
  }

  private static List<Webhook> read(
      Connection connection, EnvironmentName environment, @Nullable String name)
      throws SQLException {
    try (var statement = connection.prepareStatement(SELECT)) {
      statement.setString(1, environment.value());
      statement.setString(2, name);
      statement.setString(3, name);
      try (var rows = statement.executeQuery()) {
        var webhooks = new ArrayList<Webhook>();
        while (rows.next()) {
          webhooks.add(webhook(rows));
        }
        return webhooks;
      }
    }
  }

  private static Webhook webhook(ResultSet row) throws SQLException {
    return new Webhook(
        new WebhookName(row.getString(1)),
        new WebhookUrl(row.getString(2)),
        instant(row, 3),
        row.getString(4),
        row.getInt(11),
        row.getInt(12),
        row.getObject(5) == null
            ? null
            : new LastAttempt(
                instant(row, 5),
                row.getObject(6, UUID.class),
                row.getString(7),
                row.getObject(8, Integer.class),
                row.getString(9),
                row.getInt(10)));
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  /**
   * What a {@link #put} did.
   *
   * @param generated the new webhook's secret, null if the caller gave one or there was one
   */
  public record Put(boolean created, boolean changed, @Nullable WebhookSecret generated) {}
}
