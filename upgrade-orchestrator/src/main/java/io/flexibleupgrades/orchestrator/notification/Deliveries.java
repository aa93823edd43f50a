package io.flexibleupgrades.orchestrator.notification;

import io.flexibleupgrades.events.EnvironmentName;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * What is to be delivered, by PostgreSQL's clock: the orchestrator's own may be wrong. Every method
 * works in the caller's transaction.
 */
@ApplicationScoped
public class Deliveries {
  private static final String CLAIM =
      """
      with next as (
        select distinct on (environment, webhook) delivery_id
        from webhook_delivery d join webhook w using (environment)
        where w.name = d.webhook and w.disabled is null
          and state = 'pending' and due <= statement_timestamp()
          and (environment, webhook) not in (select * from unnest(?::text[], ?::text[]))
        order by environment, webhook, due),
      claimed as (
        select delivery_id from webhook_delivery
        where delivery_id in (select delivery_id from next)
          and state = 'pending' and due <= statement_timestamp()
        order by due limit ? for update skip locked)
      update webhook_delivery d
      set attempts = attempts + 1, due = clock_timestamp() + ? * interval '1 millisecond'
      from webhook w
      where w.environment = d.environment and w.name = d.webhook
        and d.delivery_id in (select delivery_id from claimed)
      returning d.delivery_id, d.environment, d.webhook, d.type, d.payload, d.attempts,
        w.url, w.secret
      """;

  /** Lists a delivery to every webhook of the environment that is not disabled. */
  void list(Connection connection, EnvironmentName environment, String type, String payload)
      throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            insert into webhook_delivery (delivery_id, environment, webhook, type, payload)
            select gen_random_uuid(), environment, name, ?, ? from webhook
            where environment = ? and disabled is null
            """)) {
      statement.setString(1, type);
      statement.setString(2, payload);
      statement.setString(3, environment.value());
      statement.executeUpdate();
    }
  }

  /**
   * Begins the next attempt of deliveries that are due, the longest overdue first, one for each
   * webhook. Nobody else begins one of the same delivery before the lease is over.
   *
   * @param most how many, 1 or more
   * @param busy webhooks that are left out
   * @param lease after which an attempt counts as lost that nothing was heard of
   */
  public List<Delivery> claim(
      Connection connection, int most, Collection<WebhookId> busy, Duration lease)
      throws SQLException {
    var environments = busy.stream().map(webhook -> webhook.environment().value()).toArray();
    var names = busy.stream().map(webhook -> webhook.name().value()).toArray();
    try (var statement = connection.prepareStatement(CLAIM)) {
      statement.setArray(1, connection.createArrayOf("text", environments));
      statement.setArray(2, connection.createArrayOf("text", names));
      statement.setInt(3, most);
      statement.setLong(4, lease.toMillis());
      try (var rows = statement.executeQuery()) {
        var deliveries = new ArrayList<Delivery>();
        while (rows.next()) {
          deliveries.add(delivery(rows));
        }
        return deliveries;
      }
    }
  }

  /** Deletes what was delivered longer ago than this, at most so many. */
  public void forget(Connection connection, Duration kept, int most) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            delete from webhook_delivery where delivery_id in (
              select delivery_id from webhook_delivery
              where state = 'delivered'
                and ended_at < statement_timestamp() - ? * interval '1 millisecond'
              limit ? for update skip locked)
            """)) {
      statement.setLong(1, kept.toMillis());
      statement.setInt(2, most);
      statement.executeUpdate();
    }
  }

  private static Delivery delivery(ResultSet row) throws SQLException {
    return new Delivery(
        row.getObject(1, UUID.class),
        new WebhookId(new EnvironmentName(row.getString(2)), new WebhookName(row.getString(3))),
        row.getString(4),
        row.getString(5),
        row.getInt(6),
        new WebhookUrl(row.getString(7)),
        new WebhookSecret(row.getString(8)));
  }
}
