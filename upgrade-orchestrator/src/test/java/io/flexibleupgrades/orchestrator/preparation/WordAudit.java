package io.flexibleupgrades.orchestrator.preparation;

import static io.flexibleupgrades.orchestrator.preparation.BrokenRuleException.require;

import io.flexibleupgrades.events.FailureKind;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.PreparationEvent;
import io.flexibleupgrades.events.PreparationEvent.ModuleFailed;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepared;
import io.flexibleupgrades.events.PreparationEvent.ModuleSkipped;
import io.flexibleupgrades.events.PreparationEvent.PrepareAttemptFailed;
import io.flexibleupgrades.events.PrepareOutcome;
import io.flexibleupgrades.events.PrepareOutcome.Failed;
import io.flexibleupgrades.events.PrepareOutcome.Prepared;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.GiveUp;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Report;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Retry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks what follows from words on attempts: those of workers and those of timers. */
final class WordAudit {
  static final int MOST_ATTEMPTS = 4;

  private final Books books;

  WordAudit(Books books) {
    this.books = books;
  }

  /** Whether the word is about the latest attempt of a unit of which nothing became yet. */
  boolean counts(PreparationCommand word) {
    return switch (word) {
      case Report(var outcome) ->
          books.isRequested(Numbered.of(outcome.unit()), outcome.attempt())
              && outcome.platform().equals(Story.NEW.digest());
      case GiveUp(var unit, int attempt, _) -> books.isRequested(Numbered.of(unit), attempt);
      case Retry(var unit, int attempt) ->
          books.stage.at() == StageBooks.At.STARTED
              && books.isAwaitingRetry(Numbered.of(unit), attempt);
      default -> false;
    };
  }

  /** Checks what follows from a word that counts, and returns how many of the events do. */
  int check(PreparationCommand word, List<PreparationEvent> events, boolean byChance) {
    require(!events.isEmpty(), "a word that counts decides nothing", word);
    return switch (word) {
      case Report(var outcome) ->
          check(Numbered.of(outcome.unit()), outcome.attempt(), fault(outcome), byChance, events);
      case GiveUp(var unit, int attempt, _) ->
          check(Numbered.of(unit), attempt, FailureKind.INFRASTRUCTURE, byChance, events);
      default -> {
        require(events.size() == 1, "more than one request is made again", events);
        yield 1;
      }
    };
  }

  private int check(
      int unit,
      int attempt,
      @Nullable FailureKind fault,
      boolean byChance,
      List<PreparationEvent> events) {
    boolean isLast = attempt - books.firstAttempt() + 1 >= MOST_ATTEMPTS;
    if (fault != null && (books.isSkip(unit) || !isLast)) {
      require(
          events.size() == 1
              && events.getFirst() instanceof PrepareAttemptFailed failed
              && Numbered.of(failed.unit()) == unit
              && failed.attempt() == attempt
              && failed.kind() == fault,
          "a lost attempt is not made again",
          events);
      return 1;
    }
    require(
        !(events.getFirst() instanceof PrepareAttemptFailed),
        fault == null ? "an answer that fits is asked for again" : "more than three retries",
        events);
    if (fault != null && byChance) {
      books.oracle().fails(unit, fault);
    }
    return settled(unit, attempt, events);
  }

  private int settled(int unit, int attempt, List<PreparationEvent> events) {
    int cycle = books.oracle().cycle(unit);
    int size = Integer.bitCount(cycle);
    require(events.size() >= size, "a unit is settled in part", events);
    int failed = 0;
    for (int place = 0; place < size; place++) {
      failed |= events.get(place) instanceof ModuleFailed e ? 1 << Numbered.of(e.module()) : 0;
    }
    int rest = cycle;
    for (int place = 0; place < size; place++) {
      int module = Integer.numberOfTrailingZeros(rest);
      rest &= rest - 1;
      check(unit, module, attempt, failed, events.get(place));
    }
    return size;
  }

  private void check(int unit, int module, int attempt, int failed, PreparationEvent event) {
    require((books.settled() >>> module & 1) == 0, "settled twice", event);
    var oracle = books.oracle();
    switch (event) {
      case ModulePrepared e -> {
        require(is(module, attempt, e.module(), e.attempt()), "another is settled", event);
        require(!books.isSkip(unit) && oracle.isPrepared(module), "must not be prepared", event);
        require(
            e.artifact().equals(Numbered.artifact(module, attempt))
                && e.platform().equals(Story.NEW),
            "prepared with another artifact",
            event);
      }
      case ModuleFailed e -> {
        require(is(module, attempt, e.module(), e.attempt()), "another is settled", event);
        require(
            !books.isSkip(unit) && e.kind() == oracle.failure(module), "must not fail so", event);
      }
      case ModuleSkipped e -> {
        require(is(module, attempt, e.module(), e.attempt()), "another is settled", event);
        require(
            books.isSkip(unit) == oracle.isSkipped(module)
                && !oracle.isPrepared(module)
                && oracle.failure(module) == null,
            "must not be skipped",
            event);
        var request = books.requestOf(unit);
        require(
            (request != null && request.isSkip())
                ? request.failedProducers().equals(e.failedProducers())
                : Numbered.isSet(e.failedProducers(), failed),
            "skipped because of other modules",
            event);
      }
      default -> require(false, "a unit is settled in part", event);
    }
  }

  private static boolean is(int module, int attempt, ModuleId other, int otherAttempt) {
    return Numbered.of(other) == module && attempt == otherAttempt;
  }

  /** Returns why the outcome is no answer that counts, null if it is one. */
  private @Nullable FailureKind fault(PrepareOutcome outcome) {
    int unit = Numbered.of(outcome.unit());
    int rest = books.oracle().cycle(unit);
    int failed = 0;
    int prepared = 0;
    FailureKind fault = null;
    for (var result : outcome.results()) {
      if (rest == 0 || Numbered.of(result.module()) != Integer.numberOfTrailingZeros(rest)) {
        return FailureKind.INFRASTRUCTURE;
      }
      rest &= rest - 1;
      prepared += result instanceof Prepared ? 1 : 0;
      if (result instanceof Failed f) {
        failed++;
        fault = (fault == null && f.kind() != FailureKind.COMPILE) ? f.kind() : fault;
      }
    }
    if (rest != 0) {
      return FailureKind.INFRASTRUCTURE;
    }
    if (books.isSkip(unit) || fault != null) {
      return books.isSkip(unit) ? null : fault;
    }
    boolean fits = failed > 0 ? prepared == 0 : prepared == outcome.results().size();
    return fits ? null : FailureKind.INFRASTRUCTURE;
  }
}
