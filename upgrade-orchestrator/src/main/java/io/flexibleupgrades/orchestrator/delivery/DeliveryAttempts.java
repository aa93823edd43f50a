package io.flexibleupgrades.orchestrator.delivery;

import io.flexibleupgrades.orchestrator.delivery.Reply.Answered;
import io.flexibleupgrades.orchestrator.delivery.Reply.Unanswered;
import io.flexibleupgrades.orchestrator.journal.Transactions;
import io.flexibleupgrades.orchestrator.notification.AttemptResults;
import io.flexibleupgrades.orchestrator.notification.Delivery;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Makes one attempt to deliver, and writes down what became of it. */
@ApplicationScoped
class DeliveryAttempts {
  private static final Logger LOG = Logger.getLogger(DeliveryAttempts.class);
  private static final int GONE = 410;

  private final Receivers receivers;
  private final AttemptResults results;
  private final Transactions transactions;
  private final RetryPauses pauses;
  private final DeliveryMetrics metrics;

  DeliveryAttempts(
      Receivers receivers,
      AttemptResults results,
      Transactions transactions,
      WebhookConfig config,
      DeliveryMetrics metrics) {
    this.receivers = receivers;
    this.results = results;
    this.transactions = transactions;
    this.metrics = metrics;
    pauses = new RetryPauses(config.pauses(), config.jitter());
  }

  /**
   * Makes the attempt.
   *
   * @throws io.flexibleupgrades.orchestrator.journal.DatabaseException if the database is away; the
   *     attempt then counts as lost
   */
  void make(Delivery delivery) throws InterruptedException {
    switch (receivers.post(delivery)) {
      case Answered(int status, _) when status >= 200 && status < 300 ->
          delivered(delivery, status);
      case Answered(int status, _) when status == GONE -> gone(delivery);
      case Answered(int status, var retryAfter) ->
          failed(delivery, status, refusal(status), retryAfter);
      case Unanswered(var error) -> failed(delivery, null, error, null);
    }
  }

  private void delivered(Delivery delivery, int status) {
    transactions.execute(connection -> results.delivered(connection, delivery, status));
    metrics.delivered();
  }

  private void gone(Delivery delivery) {
    var error =
        "The receiver answered 410 Gone: it wants no more notifications. Put the webhook again to enable it.";
    if (transactions.run(connection -> results.disable(connection, delivery, GONE, error))) {
      metrics.disabled();
      LOG.warnf("webhook disabled webhook=%s delivery=%s", delivery.webhook(), delivery.id());
    } else {
      failed(delivery, GONE, refusal(GONE), null);
    }
  }

  /** The pause is the schedule's, or the longer one that the receiver asks for. */
  private void failed(
      Delivery delivery, @Nullable Integer status, String error, @Nullable Duration retryAfter) {
    var pause =
        pauses
            .after(delivery.attempt(), ThreadLocalRandom.current().nextDouble())
            .map(own -> retryAfter != null && retryAfter.compareTo(own) > 0 ? retryAfter : own)
            .orElse(null);
    if (pause == null) {
      var reason = "Given up after %d attempts. %s".formatted(delivery.attempt(), error);
      transactions.execute(connection -> results.giveUp(connection, delivery, status, reason));
      metrics.givenUp();
      LOG.warnf(
          "delivery given up webhook=%s delivery=%s reason=%s",
          delivery.webhook(), delivery.id(), reason);
    } else {
      transactions.execute(connection -> results.retry(connection, delivery, status, error, pause));
      metrics.retried();
    }
  }

  private static String refusal(int status) {
    return status >= 300 && status < 400
        ? "The receiver answered %d: redirects are not followed. Put the webhook with the address it moved to."
            .formatted(status)
        : "The receiver answered %d.".formatted(status);
  }
}
