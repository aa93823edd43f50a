package io.flexibleupgrades.worker.preparing;

import io.flexibleupgrades.events.FailureKind;
import io.flexibleupgrades.events.JournalRecord;
import io.flexibleupgrades.events.MalformedMessageException;
import io.flexibleupgrades.events.MessageCodec;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepareRequested;
import io.flexibleupgrades.events.PrepareOutcome;
import io.flexibleupgrades.events.PrepareOutcome.Result;
import io.flexibleupgrades.events.RequestedModule;
import io.flexibleupgrades.events.WireMessage;
import io.flexibleupgrades.events.WorkerHeartbeat.RunningAttempt;
import io.flexibleupgrades.events.WorkerName;
import io.flexibleupgrades.worker.heartbeat.RunningAttempts;
import io.flexibleupgrades.worker.queue.DeadLetters;
import io.flexibleupgrades.worker.queue.Outcomes;
import io.flexibleupgrades.worker.queue.RequestWork;
import io.flexibleupgrades.worker.queue.Settlement;
import io.flexibleupgrades.worker.queue.TakenRequest;
import java.time.Clock;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * What a worker does with a request: prepares its unit, and says the outcome before the request is
 * acknowledged. A record that is no request goes to the dead letters.
 */
public final class PreparationWork implements RequestWork {
  private static final Logger LOG = Logger.getLogger(PreparationWork.class);

  private static final int LONGEST_REASON = 1_000;

  private final MessageCodec codec = new MessageCodec();
  private final WorkerName worker;
  private final UnitPreparation preparation;
  private final Outcomes outcomes;
  private final DeadLetters deadLetters;
  private final RunningAttempts running;
  private final PreparationMetrics metrics;
  private final Clock clock;

  public PreparationWork(
      WorkerName worker,
      UnitPreparation preparation,
      Outcomes outcomes,
      DeadLetters deadLetters,
      RunningAttempts running,
      PreparationMetrics metrics,
      Clock clock) {
    this.worker = worker;
    this.preparation = preparation;
    this.outcomes = outcomes;
    this.deadLetters = deadLetters;
    this.running = running;
    this.metrics = metrics;
    this.clock = clock;
  }

  @Override
  public Settlement work(TakenRequest request) throws InterruptedException {
    ModulePrepareRequested requested;
    try {
      requested = requested(request.message());
    } catch (MalformedMessageException e) {
      poison(request, shortened(String.valueOf(e.getMessage())));
      return Settlement.ACCEPT;
    }
    attempt(request, requested);
    return Settlement.ACCEPT;
  }

  private void attempt(TakenRequest request, ModulePrepareRequested requested)
      throws InterruptedException {
    var attempt =
        new RunningAttempt(
            requested.upgradeId(),
            requested.environment(),
            requested.unit(),
            requested.attempt(),
            clock.instant());
    var names =
        "upgrade=%s unit=%s attempt=%d"
            .formatted(requested.upgradeId(), requested.unit(), requested.attempt());
    LOG.infof("attempt started %s modules=%d", names, requested.modules().size());
    running.begin(attempt);
    String end = "interrupted";
    try {
      var results = results(requested);
      outcomes.report(
          request,
          new PrepareOutcome(
              requested.upgradeId(),
              requested.environment(),
              requested.unit(),
              requested.attempt(),
              requested.platform().digest(),
              worker,
              results));
      metrics.ended(results);
      end = Results.summary(results);
    } finally {
      running.end(attempt);
      LOG.infof("attempt ended %s result=%s", names, end);
    }
  }

  // Nothing that a request contains may keep the worker from answering it.
  private List<Result> results(ModulePrepareRequested requested) throws InterruptedException {
    try {
      return preparation.prepare(requested);
    } catch (RuntimeException | StackOverflowError e) {
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedException();
      }
      LOG.errorf(e, "the worker failed on unit=%s", requested.unit());
      return Results.fault(
          requested.modules().stream().map(RequestedModule::module).toList(),
          FailureKind.INFRASTRUCTURE,
          "flexup.worker-fault",
          "The worker failed on this module: " + e);
    }
  }

  private ModulePrepareRequested requested(WireMessage message) {
    if (codec.decodeEvent(message) instanceof JournalRecord.KnownEvent(var envelope)
        && envelope.event() instanceof ModulePrepareRequested requested
        && !requested.modules().isEmpty()
        && requested.attempt() >= 1) {
      return requested;
    }
    throw new MalformedMessageException("The record is no request to prepare a module.");
  }

  // A reason may repeat what it complains about.
  private static String shortened(String reason) {
    return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…";
  }

  private void poison(TakenRequest request, String reason) throws InterruptedException {
    metrics.poison();
    deadLetters.keep(request, reason);
    var named = NamedAttempt.in(request.message().payload());
    if (named.isPresent()) {
      var attempt = named.get();
      outcomes.report(
          request,
          new PrepareOutcome(
              attempt.upgradeId(),
              attempt.environment(),
              attempt.unit(),
              attempt.attempt(),
              attempt.platform(),
              worker,
              Results.fault(
                  attempt.modules(),
                  FailureKind.INFRASTRUCTURE,
                  "flexup.poison-record",
                  "The request could not be read: " + reason)));
    }
  }
}
