package io.flexibleupgrades.orchestrator.preparation;

import static io.flexibleupgrades.orchestrator.preparation.BrokenRuleException.require;

import io.flexibleupgrades.events.FailureKind;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.PreparationEvent;
import io.flexibleupgrades.events.PreparationEvent.ModuleFailed;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepareRequested;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepared;
import io.flexibleupgrades.events.PreparationEvent.ModuleRecovered;
import io.flexibleupgrades.events.PreparationEvent.ModuleSkipped;
import io.flexibleupgrades.events.PreparationEvent.ModulesEnlisted;
import io.flexibleupgrades.events.PreparationEvent.ModulesExcluded;
import io.flexibleupgrades.events.PreparationEvent.ModulesReenlisted;
import io.flexibleupgrades.events.PreparationEvent.PlatformUpgradeFailed;
import io.flexibleupgrades.events.PreparationEvent.PlatformUpgraded;
import io.flexibleupgrades.events.PreparationEvent.PreparationCancelled;
import io.flexibleupgrades.events.PreparationEvent.PreparationConfirmed;
import io.flexibleupgrades.events.PreparationEvent.PreparationEnded;
import io.flexibleupgrades.events.PreparationEvent.PreparationPaused;
import io.flexibleupgrades.events.PreparationEvent.PreparationRefused;
import io.flexibleupgrades.events.PreparationEvent.PreparationReopened;
import io.flexibleupgrades.events.PreparationEvent.PreparationResumed;
import io.flexibleupgrades.events.PreparationEvent.PreparationStarted;
import io.flexibleupgrades.events.PreparationEvent.PrepareAttemptFailed;
import io.flexibleupgrades.events.PreparationEvent.SystemPublishEnded;
import io.flexibleupgrades.events.PreparationEvent.SystemPublishStarted;
import io.flexibleupgrades.events.PrepareOutcome;
import io.flexibleupgrades.events.PrepareOutcome.Failed;
import io.flexibleupgrades.events.PrepareOutcome.Prepared;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Dispatch;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.GiveUp;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Report;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Retry;
import java.util.List;

/** Checks every decision of a simulated run; keeps its own books, from the events alone. */
final class Auditor {
  private final FactoryOracle oracle;
  private final Books books;
  private final RequestAudit requests;

  Auditor(SimulatedFactory factory, FactoryOracle oracle) {
    this.oracle = oracle;
    books = new Books(oracle);
    requests = new RequestAudit(factory, oracle, books);
  }

  /** Checks what a command decided, and books it. */
  void check(PreparationCommand command, List<PreparationEvent> events) {
    boolean counts = counts(command);
    require(counts || events.isEmpty(), "a word that does not count decides something", command);
    switch (command) {
      case Report _, GiveUp _, Retry _ ->
          require(!counts || !events.isEmpty(), "a word that counts decides nothing", command);
      case Dispatch(int room) -> requests.checkDispatch(room, events);
      default -> {
        // The other commands are checked by what they decide.
      }
    }
    var failed =
        events.stream()
            .filter(ModuleFailed.class::isInstance)
            .map(event -> ((ModuleFailed) event).module())
            .toList();
    for (var event : events) {
      check(command, event, failed);
      books.enter(event);
      require(
          !books.hasStarted()
              || books.settled().size() < oracle.modules().size()
              || isEnd(events.getLast()),
          "all is settled, but the preparation does not end");
    }
    for (var module : events.isEmpty() ? List.<ModuleId>of() : books.blocked()) {
      require(books.isBeingSkipped(module), "not skipped at once", module);
    }
  }

  /** Checks, after the end, what became of each module. */
  void checkOutcomes() {
    require(books.hasEnded(), "has not ended");
    require(
        books.settled().equals(oracle.outcomes()),
        "other outcomes than the oracle's",
        books.settled(),
        oracle.outcomes());
  }

  private boolean counts(PreparationCommand command) {
    if (books.hasEnded()) {
      return false;
    }
    return switch (command) {
      case Report(var outcome) ->
          books.isRequested(outcome.unit(), outcome.attempt())
              && outcome.platform().equals(Story.NEW.digest());
      case GiveUp(var unit, int attempt, _) -> books.isRequested(unit, attempt);
      case Retry(var unit, int attempt) -> books.isAwaitingRetry(unit, attempt);
      case Dispatch _ -> books.hasStarted();
      default -> true;
    };
  }

  private void check(
      PreparationCommand command, PreparationEvent event, List<ModuleId> failedWithIt) {
    require(!books.hasEnded(), "something happens after the end", event);
    switch (event) {
      case ModulePrepareRequested e -> requests.check(e);
      case PrepareAttemptFailed e -> checkAttemptFailed(command, e);
      case ModulePrepared e -> {
        checkSettles(e.module(), e.attempt(), false);
        require(
            e.artifact().equals(SimulatedWorkers.artifact(e.module(), e.attempt())),
            "prepared with the artifact of another attempt",
            e.module(),
            e.attempt());
        require(e.platform().equals(Story.NEW), "prepared with another platform", e.module());
      }
      case ModuleFailed e -> checkSettles(e.module(), e.attempt(), false);
      case ModuleSkipped e -> checkSkipped(e, failedWithIt);
      case PreparationEnded e -> {
        require(books.settled().keySet().equals(oracle.modules()), "ends before all is settled", e);
        require(
            e.prepared() == books.count("prepared")
                && e.failed() == books.count("failed")
                && e.skipped() == books.count("skipped"),
            "the counts do not add up",
            e);
      }
      case ModulesEnlisted _,
          ModulesExcluded _,
          PlatformUpgraded _,
          PlatformUpgradeFailed _,
          PreparationStarted _ ->
          require(!books.hasStarted(), "the first step comes again", event);
      case PreparationConfirmed _,
          SystemPublishStarted _,
          SystemPublishEnded _,
          PreparationRefused _,
          PreparationPaused _,
          PreparationResumed _,
          PreparationCancelled _,
          ModulesReenlisted _,
          PreparationReopened _,
          ModuleRecovered _ ->
          require(false, "nobody asked for this", event);
    }
  }

  private void checkSkipped(ModuleSkipped event, List<ModuleId> failedWithIt) {
    checkSettles(event.module(), event.attempt(), failedWithIt.isEmpty());
    var because = failedWithIt.isEmpty() ? books.failedProducersOf(event.module()) : failedWithIt;
    require(because.equals(event.failedProducers()), "skipped because of other modules", event);
  }

  private void checkAttemptFailed(PreparationCommand command, PrepareAttemptFailed event) {
    require(
        books.isRequested(event.unit(), event.attempt()),
        "an attempt fails that is not under way",
        event);
    require(event.kind() != FailureKind.COMPILE, "a compile error fails an attempt", event);
    require(
        event.attempt() < SimulatedWorkers.LAST_ATTEMPT || books.isSkip(event.unit()),
        "more than three retries",
        event);
    require(
        !(command instanceof Report(var outcome)) || !isSound(outcome),
        "an answer that fits is asked for again",
        event);
  }

  private boolean isSound(PrepareOutcome outcome) {
    var members = oracle.cycle(new ModuleId(outcome.unit().value()));
    var results = outcome.results();
    boolean someFailed =
        results.stream().anyMatch(r -> r instanceof Failed f && f.kind() == FailureKind.COMPILE);
    boolean allPrepared = results.stream().allMatch(Prepared.class::isInstance);
    boolean nonePrepared = results.stream().noneMatch(Prepared.class::isInstance);
    return results.stream().map(PrepareOutcome.Result::module).toList().equals(members)
        && ((someFailed && nonePrepared) || allPrepared || books.isSkip(outcome.unit()));
  }

  private void checkSettles(ModuleId module, int attempt, boolean skip) {
    require(!books.settled().containsKey(module), "settled twice", module);
    var unit = books.unitOf(module);
    require(
        books.wasLastRequested(unit, attempt),
        "settled by an attempt that is not the latest",
        module,
        attempt);
    require(
        books.isSkip(unit) == skip,
        "compiled instead of skipped, or skipped instead of compiled",
        module);
  }

  private static boolean isEnd(PreparationEvent event) {
    return event instanceof PreparationEnded;
  }
}
