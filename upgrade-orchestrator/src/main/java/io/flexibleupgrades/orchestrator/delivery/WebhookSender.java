package io.flexibleupgrades.orchestrator.delivery;

import io.flexibleupgrades.orchestrator.journal.Transactions;
import io.flexibleupgrades.orchestrator.notification.AttemptResults;
import io.flexibleupgrades.orchestrator.notification.Deliveries;
import io.flexibleupgrades.orchestrator.notification.Delivery;
import io.flexibleupgrades.orchestrator.notification.WebhookId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Delivers what is due, at least once and in any order: several at the same time, but one after the
 * other to each webhook. What was running when an orchestrator died is due again after its lease.
 */
@ApplicationScoped
public class WebhookSender {
  private static final Logger LOG = Logger.getLogger(WebhookSender.class);
  private static final Duration CLEANING = Duration.ofMinutes(1);
  private static final Duration LAST_ATTEMPTS = Duration.ofSeconds(3);
  private static final int MOST_FORGOTTEN = 10_000;

  private final Transactions transactions;
  private final Deliveries deliveries;
  private final AttemptResults results;
  private final DeliveryAttempts attempts;
  private final WebhookConfig config;
  private final Set<WebhookId> busy = ConcurrentHashMap.newKeySet();
  private final Semaphore wakeUps = new Semaphore(0);
  private volatile boolean stopping;

  WebhookSender(
      Transactions transactions,
      Deliveries deliveries,
      AttemptResults results,
      DeliveryAttempts attempts,
      WebhookConfig config) {
    this.transactions = transactions;
    this.deliveries = deliveries;
    this.results = results;
    this.attempts = attempts;
    this.config = config;
  }

  /** Delivers until {@link #stop}; returns soon after it, with the attempts that can end. */
  public void run() {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      long cleaned = System.nanoTime() - CLEANING.toNanos();
      while (!stopping) {
        try {
          if (System.nanoTime() - cleaned >= CLEANING.toNanos()) {
            clean();
            cleaned = System.nanoTime();
          }
          beginDue(threads);
        } catch (RuntimeException e) {
          LOG.warnf("Notifications wait: %s", e.getMessage());
        }
        if (wakeUps.tryAcquire(config.tick().toMillis(), TimeUnit.MILLISECONDS)) {
          wakeUps.drainPermits();
        }
      }
      threads.shutdown();
      if (!threads.awaitTermination(LAST_ATTEMPTS.toMillis(), TimeUnit.MILLISECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Lets the sender end. */
  public void stop() {
    stopping = true;
    wakeUps.release();
  }

  private void beginDue(ExecutorService threads) {
    int free = config.parallel() - busy.size();
    if (free <= 0) {
      return;
    }
    var claimed =
        transactions.run(
            connection -> deliveries.claim(connection, free, Set.copyOf(busy), config.lease()));
    for (var delivery : claimed) {
      busy.add(delivery.webhook());
      threads.execute(() -> attempt(delivery));
    }
  }

  private void attempt(Delivery delivery) {
    try {
      attempts.make(delivery);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.warnf("Delivery %s will be attempted again: %s", delivery.id(), e.getMessage());
    } finally {
      busy.remove(delivery.webhook());
      wakeUps.release();
    }
  }

  private void clean() {
    transactions.execute(results::giveUpDisabled);
    transactions.execute(
        connection -> deliveries.forget(connection, config.kept(), MOST_FORGOTTEN));
  }
}
