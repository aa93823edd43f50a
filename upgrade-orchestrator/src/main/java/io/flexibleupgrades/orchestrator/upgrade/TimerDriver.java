package io.flexibleupgrades.orchestrator.upgrade;

import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.orchestrator.dispatch.OutcomeClock;
import io.flexibleupgrades.orchestrator.dispatch.Workers;
import io.flexibleupgrades.orchestrator.journal.EnvironmentSession;
import io.flexibleupgrades.orchestrator.journal.Environments;
import io.flexibleupgrades.orchestrator.journal.LaterReleaseException;
import io.flexibleupgrades.orchestrator.journal.Transactions;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.GiveUp;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Retry;
import io.flexibleupgrades.orchestrator.preparing.PreparationDriver;
import io.flexibleupgrades.orchestrator.timers.AttemptTimers;
import io.flexibleupgrades.orchestrator.timers.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Does what due timers ask for: attempts that nobody answers are given up, pauses end. */
@ApplicationScoped
public class TimerDriver {
  private static final Logger LOG = Logger.getLogger(TimerDriver.class);
  private static final int MOST_AT_ONCE = 500;

  private final Transactions transactions;
  private final Environments environments;
  private final AttemptTimers timers;
  private final PreparationDriver preparations;
  private final Workers workers;
  private final OutcomeClock outcomes;

  TimerDriver(
      Transactions transactions,
      Environments environments,
      AttemptTimers timers,
      PreparationDriver preparations,
      Workers workers,
      OutcomeClock outcomes) {
    this.transactions = transactions;
    this.environments = environments;
    this.timers = timers;
    this.preparations = preparations;
    this.workers = workers;
    this.outcomes = outcomes;
  }

  /** Puts off the deadlines of attempts that went on while nobody listened. */
  public void takeUp() {
    int open = transactions.run(timers::extendAll);
    LOG.infof("%d open attempts are watched", open);
  }

  /** Does what is due now. */
  public void run() {
    var due = transactions.run(connection -> timers.due(connection, MOST_AT_ONCE));
    due.stream().collect(Collectors.groupingBy(Timer::environment)).forEach(this::run);
  }

  private void run(EnvironmentName environment, List<Timer> due) {
    try {
      decide(environment, due);
    } catch (LaterReleaseException e) {
      LOG.warnf("Timers of environment %s are put off: %s", environment, e.getMessage());
      transactions.execute(connection -> {
        for (var timer : due) {
          timers.putOff(connection, timer);
        }
      });
    }
  }

  private void decide(EnvironmentName environment, List<Timer> due) {
    environments.inSession(
        environment,
        session -> {
          for (var timer : due) {
            run(session, timer);
          }
          return due.size();
        });
  }

  private void run(EnvironmentSession session, Timer timer) throws SQLException {
    switch (timer.kind()) {
      case RETRY -> {
        if (!decide(session, timer, new Retry(timer.unit(), timer.attempt()))) {
          // A paused preparation requests nothing; it is asked again later.
          timers.putOff(session.connection(), timer);
        }
      }
      case ATTEMPT -> {
        var worker = timer.worker();
        if (worker == null) {
          if (workers.hasFreeSlot() && outcomes.areSilent()) {
            giveUp(session, timer, "No worker took the request, though there were free slots.");
          } else {
            timers.putOff(session.connection(), timer);
          }
        } else if (!workers.isLive(worker)) {
          giveUp(session, timer, "Worker %s, which worked on it, fell silent.".formatted(worker));
        } else if (outcomes.areSilent()) {
          giveUp(session, timer, "Worker %s lives, but gave no outcome.".formatted(worker));
        } else {
          // A live worker that works on it no more has sent its outcome, which is still to be read.
          timers.putOff(session.connection(), timer);
        }
      }
    }
  }

  private void giveUp(EnvironmentSession session, Timer timer, String reason) {
    LOG.warnf(
        "attempt lost upgrade=%s unit=%s attempt=%d reason=%s",
        timer.upgradeId(), timer.unit(), timer.attempt(), reason);
    var _ = decide(session, timer, new GiveUp(timer.unit(), timer.attempt(), reason));
  }

  private boolean decide(EnvironmentSession session, Timer timer, PreparationCommand command) {
    return preparations.decide(session, timer.upgradeId(), List.of(command)) > 0;
  }
}
