package io.flexibleupgrades.servicecenter.status;

import io.flexibleupgrades.events.EnvironmentName;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Tells one reader after the other what changes, on the reader's own virtual thread. */
@ApplicationScoped
class StatusStream {
  private static final int PAGE = 500;
  private static final Duration PACE = Duration.ofMillis(250);
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private final StatusReader reader;
  private final ViewSignals signals;

  StatusStream(StatusReader reader, ViewSignals signals) {
    this.reader = reader;
    this.signals = signals;
  }

  /**
   * Sends changes and status until the reader leaves.
   *
   * @param after the last change the reader knows, null to start with the present status
   */
  void serve(EnvironmentName environment, @Nullable Long after, ServerSentEvents events) {
    // Asked before anything is sent: an unknown environment is answered with a problem.
    long present = reader.update(environment, Long.MAX_VALUE, 1).lastChange();
    long last = after == null ? present : Math.min(after, present);
    try (events) {
      follow(environment, last, events);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void follow(EnvironmentName environment, long after, ServerSentEvents events)
      throws InterruptedException {
    long last = after;
    @Nullable Status told = null;
    while (!events.isClosed() && !signals.isStopping()) {
      long round = signals.round(environment);
      var update = reader.update(environment, last, PAGE);
      for (var change : update.changes()) {
        if (!events.send("module", change.sequence(), change)) {
          return;
        }
        last = change.sequence();
      }
      if (last < update.lastChange()) {
        continue;
      }
      if (!update.status().equals(told)) {
        told = update.status();
        if (!events.send("status", last, told)) {
          return;
        }
      }
      Thread.sleep(PACE);
      signals.await(environment, round, HEARTBEAT);
      if (signals.round(environment) == round && !events.beat()) {
        return;
      }
    }
  }
}
