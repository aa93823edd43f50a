package io.flexibleupgrades.orchestrator.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of deliveries after an attempt. Only the latest attempt's failure counts; a success
 * always does. Every method works in the caller's transaction.
 */
@ApplicationScoped
public class AttemptResults {

  /** The receiver took it. */
  public void delivered(Connection connection, Delivery delivery, int status) throws SQLException {
    remember(connection, delivery, status, null);
    try (var statement =
        connection.prepareStatement(
            """
            update webhook_delivery
            set state = 'delivered', error = null, ended_at = clock_timestamp()
            where delivery_id = ?
            """)) {
      statement.setObject(1, delivery.id());
      statement.executeUpdate();
    }
  }

  /**
   * The attempt failed, and another one follows.
   *
   * @param status code of the answer, null if none came
   */
  public void retry(
      Connection connection,
      Delivery delivery,
      @Nullable Integer status,
      String error,
      Duration pause)
      throws SQLException {
    remember(connection, delivery, status, error);
    try (var statement =
        connection.prepareStatement(
            """
            update webhook_delivery
            set error = ?, due = clock_timestamp() + ? * interval '1 millisecond'
            where delivery_id = ? and attempts = ? and state = 'pending'
            """)) {
      statement.setString(1, error);
      statement.setLong(2, pause.toMillis());
      statement.setObject(3, delivery.id());
      statement.setInt(4, delivery.attempt());
      statement.executeUpdate();
    }
  }

  /** The attempt failed, and it was the last one. */
  public void giveUp(
      Connection connection, Delivery delivery, @Nullable Integer status, String error)
      throws SQLException {
    remember(connection, delivery, status, error);
    try (var statement =
        connection.prepareStatement(
            """
            update webhook_delivery
            set state = 'given-up', error = ?, ended_at = clock_timestamp()
            where delivery_id = ? and attempts = ? and state = 'pending'
            """)) {
      statement.setString(1, error);
      statement.setObject(2, delivery.id());
      statement.setInt(3, delivery.attempt());
      statement.executeUpdate();
    }
  }

  /**
   * The receiver wants no more: its webhook is disabled, and what is pending is given up.
   *
   * @param error why, in a sentence
   * @return whether it is so; not if the webhook has another address by now
   */
  public boolean disable(Connection connection, Delivery delivery, int status, String error)
      throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            update webhook set disabled = ?
            where environment = ? and name = ? and url = ?
              and exists (select from webhook_delivery where delivery_id = ?)
            """)) {
      statement.setString(1, error);
      statement.setString(2, delivery.webhook().environment().value());
      statement.setString(3, delivery.webhook().name().value());
      statement.setString(4, delivery.url().value());
      statement.setObject(5, delivery.id());
      if (statement.executeUpdate() == 0) {
        return false;
      }
    }
    giveUp(connection, delivery, status, error);
    giveUpDisabled(connection);
    return true;
  }

  /** Gives up what is pending for disabled webhooks. */
  public void giveUpDisabled(Connection connection) throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            update webhook_delivery d
            set state = 'given-up', error = w.disabled, ended_at = clock_timestamp()
            from webhook w
            where w.environment = d.environment and w.name = d.webhook
              and d.delivery_id in (
                select delivery_id from webhook_delivery p join webhook g using (environment)
                where g.name = p.webhook and g.disabled is not null and p.state = 'pending'
                for update of p skip locked)
            """)) {
      statement.executeUpdate();
    }
  }

  private static void remember(
      Connection connection, Delivery delivery, @Nullable Integer status, @Nullable String error)
      throws SQLException {
    try (var statement =
        connection.prepareStatement(
            """
            update webhook
            set last_at = clock_timestamp(), last_delivery = ?, last_type = ?, last_attempts = ?,
              last_status = ?, last_error = ?
            where environment = ? and name = ?
              and exists (select from webhook_delivery where delivery_id = ?)
            """)) {
      statement.setObject(1, delivery.id());
      statement.setString(2, delivery.type());
      statement.setInt(3, delivery.attempt());
      setStatus(statement, 4, status);
      statement.setString(5, error);
      statement.setString(6, delivery.webhook().environment().value());
      statement.setString(7, delivery.webhook().name().value());
      statement.setObject(8, delivery.id());
      statement.executeUpdate();
    }
  }

  private static void setStatus(
      PreparedStatement statement, int parameter, @Nullable Integer status) throws SQLException {
    if (status == null) {
      statement.setNull(parameter, Types.INTEGER);
    } else {
      statement.setInt(parameter, status);
    }
  }
}
