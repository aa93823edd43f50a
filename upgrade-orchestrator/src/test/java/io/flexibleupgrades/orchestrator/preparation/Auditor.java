package io.flexibleupgrades.orchestrator.preparation;

import static io.flexibleupgrades.orchestrator.preparation.BrokenRuleException.require;

import io.flexibleupgrades.events.EnlistedModule;
import io.flexibleupgrades.events.PreparationEvent;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepareRequested;
import io.flexibleupgrades.events.PreparationEvent.PreparationEnded;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Dispatch;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.GiveUp;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Report;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Retry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks every decision of a simulated run; keeps its own books, from the events alone. */
final class Auditor {
  private final Books books;
  private final RequestAudit requests;
  private final WordAudit words;
  private final CommandAudit commands;
  private final ReopenAudit reopenings;

  Auditor(Books books) {
    this.books = books;
    requests = new RequestAudit(books);
    words = new WordAudit(books);
    commands = new CommandAudit(books);
    reopenings = new ReopenAudit(books);
  }

  /** Checks what a command decided, and books it. */
  void check(PreparationCommand command, Decision decision, boolean byChance) {
    require(
        decision.broken() == commands.broken(command),
        "rejected, or not, for another rule",
        decision,
        command);
    var events = decision.events();
    int checked =
        switch (command) {
          case Report _, GiveUp _, Retry _ -> checkWord(command, events, byChance);
          case Dispatch(int room) -> {
            requests.checkDispatch(room, events);
            yield 0;
          }
          default -> checkCommand(command, events);
        };
    for (int place = 0; place < events.size(); place++) {
      var event = events.get(place);
      if (event instanceof ModulePrepareRequested request) {
        requests.check(command, request);
      } else if (place >= checked) {
        require(event instanceof PreparationEnded, "nobody asked for this", event);
        require(place == events.size() - 1, "something happens after the end", events);
        checkEnd((PreparationEnded) event);
      }
      books.enter(event);
    }
    if (!events.isEmpty() && books.stage.isUnderWay()) {
      require(books.unsettled() != 0, "all is settled, but the preparation does not end");
      for (int rest = requests.blocked(); rest != 0; rest &= rest - 1) {
        int module = Integer.numberOfTrailingZeros(rest);
        require(books.isSkip(books.oracle().unitOf(module)), "not skipped at once", module);
      }
    }
  }

  /** Checks which modules of the ended preparation are to be opened again, null if refused. */
  void checkReopened(@Nullable Integer named, @Nullable List<EnlistedModule> opened) {
    reopenings.check(named, opened);
  }

  /** Checks that the state says what happened. */
  void checkState(PreparationState state) {
    var progress = UpgradeProgress.of(state);
    var stage = books.stage;
    boolean isKnown = stage.hasPlan() || stage.at() == StageBooks.At.PLANNED;
    require(progress.state().equals(stage.word()), "another state is told", progress);
    require(
        progress.total() == (isKnown ? books.oracle().count() : 0)
            && progress.prepared() == Integer.bitCount(books.prepared())
            && progress.failed() == Integer.bitCount(books.failed())
            && progress.skipped() == Integer.bitCount(books.skipped())
            && progress.percentage() == books.percentage(),
        "other counts are told",
        progress,
        books);
    require(
        !(state instanceof Preparing preparing) || preparing.compiling() == books.compiling(),
        "workers compile another number of units",
        state);
  }

  private int checkWord(PreparationCommand word, List<PreparationEvent> events, boolean byChance) {
    if (words.counts(word)) {
      return words.check(word, events, byChance);
    }
    require(events.isEmpty(), "a word that does not count decides something", word);
    return 0;
  }

  private int checkCommand(PreparationCommand command, List<PreparationEvent> events) {
    var expected = commands.expected(command);
    require(
        events.size() >= expected.size() && events.subList(0, expected.size()).equals(expected),
        "other than the command asks for",
        command,
        expected,
        events);
    return expected.size();
  }

  private void checkEnd(PreparationEnded event) {
    require(books.unsettled() == 0, "ends before all is settled", event);
    require(
        event.prepared() == Integer.bitCount(books.prepared())
            && event.failed() == Integer.bitCount(books.failed())
            && event.skipped() == Integer.bitCount(books.skipped()),
        "the counts do not add up",
        event);
  }
}
