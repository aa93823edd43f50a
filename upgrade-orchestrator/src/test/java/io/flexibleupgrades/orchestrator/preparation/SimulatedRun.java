package io.flexibleupgrades.orchestrator.preparation;

import static io.flexibleupgrades.orchestrator.preparation.BrokenRuleException.require;

import io.flexibleupgrades.events.PreparationEvent;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepareRequested;
import io.flexibleupgrades.events.PreparationEvent.PrepareAttemptFailed;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Dispatch;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Enlist;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Retry;
import io.flexibleupgrades.orchestrator.preparation.PreparationState.Ended;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * One preparation of a random factory from its start to its end, with every message late, out of
 * order, twice or never, and with a restart now and then; the same for the same seed.
 */
final class SimulatedRun {
  private static final int STEPS_PER_MODULE = 200;

  private final PreparationRules rules;
  private final Random random;
  private final SimulatedFactory factory;
  private final SimulatedWorkers workers;
  private final FactoryOracle oracle;
  private final Auditor auditor;
  private final List<PreparationCommand> mail = new ArrayList<>();
  private final List<PreparationEvent> log = new ArrayList<>();
  private PreparationState state = PreparationEvolution.initial();

  SimulatedRun(long seed, PreparationRules rules) {
    this.rules = rules;
    random = new Random(seed);
    factory = SimulatedFactory.random(random);
    workers = new SimulatedWorkers(factory, random);
    oracle = new FactoryOracle(factory);
    auditor = new Auditor(factory, oracle);
  }

  /**
   * Runs it.
   *
   * @return the log
   * @throws BrokenRuleException at the first rule that is broken
   */
  List<PreparationEvent> run() {
    run(new Dispatch(3));
    run(new Enlist(Story.UPGRADE, Story.ENVIRONMENT, factory.modules(), List.of()));
    run(new Dispatch(3));
    run(Story.FINISH);
    int steps = 100 + STEPS_PER_MODULE * factory.modules().size();
    while (!(state instanceof Ended)) {
      require(steps-- > 0, "does not end");
      if (mail.isEmpty()) {
        require(!run(new Dispatch(1 + random.nextInt(5))).isEmpty(), "stands still, unfinished");
      } else if (random.nextInt(3) == 0) {
        run(new Dispatch(random.nextInt(4)));
      } else {
        run(next());
      }
      if (random.nextInt(25) == 0) {
        restart();
      }
    }
    mail.forEach(this::run);
    auditor.checkOutcomes();
    return List.copyOf(log);
  }

  private List<PreparationEvent> run(PreparationCommand command) {
    var events = rules.decide(command, state);
    auditor.check(command, events);
    for (var event : events) {
      log.add(event);
      state = PreparationEvolution.evolve(state, event);
      if (event instanceof ModulePrepareRequested request) {
        mail.addAll(workers.answers(request));
      } else if (event instanceof PrepareAttemptFailed failed) {
        mail.add(new Retry(failed.unit(), failed.attempt()));
      }
    }
    return events;
  }

  /** Takes any of the messages that are under way; now and then it will come again. */
  private PreparationCommand next() {
    int place = random.nextInt(mail.size());
    return random.nextInt(6) == 0 ? mail.get(place) : mail.remove(place);
  }

  /** Goes on from the log alone, which must make no difference to any decision. */
  private void restart() {
    var refolded = PreparationEvolution.initial();
    for (var event : log) {
      refolded = PreparationEvolution.evolve(refolded, event);
    }
    var commands = new ArrayList<>(mail);
    commands.add(new Dispatch(factory.modules().size()));
    for (var command : commands) {
      require(
          rules.decide(command, state).equals(rules.decide(command, refolded)),
          "decides differently after a restart",
          command);
    }
    state = refolded;
  }
}
