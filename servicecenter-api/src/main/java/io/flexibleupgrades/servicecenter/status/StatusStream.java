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
   * @param after how far the reader has read, null to start with the present status
   */
  void serve(EnvironmentName environment, @Nullable ChangesCursor after, ServerSentEvents events) {
    // Asked before anything is sent: an unknown environment is answered with a problem.
    var present = reader.update(environment, Long.MAX_VALUE, 1);
    var start = after == null ? new ChangesCursor(null, present.lastChange()) : after;
    try (events;
        var _ = signals.watch(environment)) {
      follow(environment, start, events);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void follow(EnvironmentName environment, ChangesCursor start, ServerSentEvents events)
      throws InterruptedException {
    var read = start;
    @Nullable Status told = null;
    while (!events.isClosed() && !signals.isStopping()) {
      long round = signals.round(environment);
      var update = reader.update(environment, read.sequence(), PAGE);
      if (!read.isValid(update.generation(), update.lastChange())) {
        read = new ChangesCursor(update.generation(), update.lastChange());
        told = null;
        if (!events.send("restart", read.text(), Restart.VIEWS_REBUILT)) {
          return;
        }
      } else {
        read = new ChangesCursor(update.generation(), read.sequence());
        for (var change : update.changes()) {
          read = new ChangesCursor(update.generation(), change.sequence());
          if (!events.send("module", read.text(), change)) {
            return;
          }
        }
      }
      if (read.sequence() < update.lastChange()) {
        continue;
      }
      if (!update.status().equals(told)) {
        told = update.status();
        if (!events.send("status", read.text(), told)) {
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
