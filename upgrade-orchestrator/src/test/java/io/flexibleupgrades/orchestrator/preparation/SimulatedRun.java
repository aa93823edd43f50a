package io.flexibleupgrades.orchestrator.preparation;

import static io.flexibleupgrades.orchestrator.preparation.BrokenRuleException.require;

import io.flexibleupgrades.events.EnlistedModule;
import io.flexibleupgrades.events.FailureKind;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.PreparationEvent;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepareRequested;
import io.flexibleupgrades.events.PreparationEvent.PrepareAttemptFailed;
import io.flexibleupgrades.orchestrator.environment.RejectedException;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Reopen;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Report;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Retry;
import io.flexibleupgrades.orchestrator.preparation.PreparationState.Ended;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * One preparation from its start to its end, and again: every message may be late, out of order,
 * twice, garbled or never, every process may end at any step, and operators may ask for anything at
 * any time. The same for the same scenario.
 */
final class SimulatedRun {
  private static final int ROOM = 4;

  private final Scenario scenario;
  private final Transcript transcript;
  private final Books books;
  private final Auditor auditor;
  private final SimulatedWorkers workers;
  private final SimulatedOperators operators;
  private final List<Letter> mail = new ArrayList<>();
  private final List<PreparationEvent> log = new ArrayList<>(64);
  private PreparationRules rules;
  private PreparationState state = PreparationEvolution.initial();

  SimulatedRun(long seed, PreparationRules rules) {
    this(Scenario.of(seed), rules, Transcript.NONE);
  }

  SimulatedRun(Scenario scenario, PreparationRules rules, Transcript transcript) {
    this.scenario = scenario;
    this.transcript = transcript;
    this.rules = rules.restarted();
    books = new Books(scenario.factory());
    auditor = new Auditor(books);
    workers = new SimulatedWorkers(books.planned);
    operators = new SimulatedOperators(scenario.factory(), books);
  }

  /**
   * Runs it.
   *
   * @return the log
   * @throws BrokenRuleException at the first rule that is broken
   */
  List<PreparationEvent> run() {
    for (int step = 0; step < scenario.length(); step++) {
      int word = scenario.word(step);
      take(Step.of(word, books.stage.isEnded()), Step.chance(word));
    }
    goOnToTheEnd();
    for (var letter : List.copyOf(mail)) {
      run(letter);
    }
    return log;
  }

  /** From here on nothing goes wrong but what does so by nature. */
  private void goOnToTheEnd() {
    int steps = 100 + 60 * books.planned.length;
    while (!books.stage.isEnded()) {
      require(steps-- > 0, "does not end");
      if (books.stage.at() == StageBooks.At.PAUSED) {
        run(SimulatedOperators.RESUME, false);
      } else if (books.stage.at() == StageBooks.At.STARTED && !mail.isEmpty()) {
        deliver(0, false);
      } else {
        require(run(operators.next(ROOM), false), "stands still, unfinished");
      }
    }
  }

  private void take(Step step, int chance) {
    switch (step) {
      case ADVANCE -> run(operators.next(chance % (ROOM + 1)), false);
      case PAUSE -> run(SimulatedOperators.PAUSE, false);
      case RESUME -> run(SimulatedOperators.RESUME, false);
      case CANCEL -> run(SimulatedOperators.CANCEL, false);
      case MISPLACE -> run(operators.any(chance), false);
      case PUBLISH -> run(operators.recover(chance), false);
      case PREPARE_AGAIN -> reopen(null, chance);
      case PREPARE_NAMED -> reopen(new SplittableRandom(~chance).nextInt(), chance);
      case FORGET -> {
        var command = upcoming(chance).command();
        transcript.note("decided, but not stored: ", command);
        var _ = Decision.of(rules, command, state);
        restart();
      }
      case STORE_ONLY -> {
        run(upcoming(chance));
        restart();
      }
      case DELIVER, REPEAT, LOSE, HASTEN, BREAK, GARBLE, FORGE -> {
        if (mail.isEmpty()) {
          run(operators.next(ROOM), false);
        } else {
          handle(step, chance % mail.size(), chance / mail.size());
        }
      }
    }
  }

  private void handle(Step step, int place, int chance) {
    var letter = mail.get(place);
    switch (letter.command()) {
      case Report(var outcome) -> {
        switch (step) {
          case REPEAT -> run(letter);
          case LOSE ->
              mail.set(
                  place,
                  new Letter(SimulatedWorkers.silence(outcome.unit(), outcome.attempt()), true));
          case HASTEN -> run(SimulatedWorkers.silence(outcome.unit(), outcome.attempt()), true);
          case BREAK -> {
            var kind = chance % 2 == 0 ? FailureKind.INFRASTRUCTURE : FailureKind.TIME_LIMIT;
            mail.set(place, new Letter(SimulatedWorkers.broken(outcome, kind), true));
            deliver(place, false);
          }
          case GARBLE -> {
            mail.set(place, new Letter(SimulatedWorkers.garbled(outcome, chance), true));
            deliver(place, false);
          }
          case FORGE -> run(Forgeries.of(outcome, chance), false);
          default -> deliver(place, false);
        }
      }
      default -> deliver(place, step == Step.REPEAT);
    }
  }

  /** Brings a message, which is still under way after it if it shall come again or can wait. */
  private void deliver(int place, boolean again) {
    var letter = mail.get(place);
    boolean decided = run(letter);
    boolean isPutOff =
        !decided
            && letter.command() instanceof Retry(var unit, int attempt)
            && books.isAwaitingRetry(Numbered.of(unit), attempt);
    if (!again && !isPutOff) {
      mail.remove(place);
    }
  }

  private Letter upcoming(int chance) {
    return mail.isEmpty() || chance % 4 == 0
        ? new Letter(operators.next(ROOM), false)
        : mail.get(chance % mail.size());
  }

  private void reopen(@Nullable Integer names, int chance) {
    operators.change(new SplittableRandom(chance));
    if (!(state instanceof Ended(_, _, var left)) || left == null) {
      run(new Reopen(List.of(), "anna", null), false);
      return;
    }
    Integer named = names == null ? null : names & books.oracle().all();
    var opened = reopened(left, named);
    auditor.checkReopened(named, opened);
    if (opened != null) {
      var command = new Reopen(opened, "anna", null);
      run(command, false);
      if (chance % 4 == 0) {
        run(command, false);
      }
    }
  }

  private @Nullable List<EnlistedModule> reopened(Preparing left, @Nullable Integer named) {
    Set<ModuleId> names = named == null ? null : new HashSet<>(Numbered.list(named));
    try {
      return rules.reopened(left, operators.now(), names);
    } catch (RejectedException e) {
      transcript.note(String.valueOf(e.getMessage()), null);
      return null;
    }
  }

  private boolean run(Letter letter) {
    return run(letter.command(), letter.byChance());
  }

  /** Decides, stores, sends; true if there was something to decide. */
  private boolean run(PreparationCommand command, boolean byChance) {
    var decision = Decision.of(rules, command, state);
    transcript.decided(command, decision);
    auditor.check(command, decision, byChance);
    var events = decision.events();
    for (int place = 0; place < events.size(); place++) {
      var event = events.get(place);
      log.add(event);
      state = rules.evolve(state, event);
      if (event instanceof ModulePrepareRequested request) {
        var answer = workers.answer(request, books.firstAttempt());
        mail.add(new Letter(answer, false));
      } else if (event instanceof PrepareAttemptFailed failed) {
        mail.add(new Letter(new Retry(failed.unit(), failed.attempt()), false));
      }
    }
    if (!events.isEmpty()) {
      auditor.checkState(state);
    }
    return !events.isEmpty();
  }

  /** Goes on from the log alone, which must make no difference. */
  private void restart() {
    transcript.note("restart", null);
    rules = rules.restarted();
    var refolded = PreparationEvolution.initial();
    for (var event : log) {
      refolded = rules.evolve(refolded, event);
    }
    Refolded.requireSame(state, refolded);
    state = refolded;
  }
}
