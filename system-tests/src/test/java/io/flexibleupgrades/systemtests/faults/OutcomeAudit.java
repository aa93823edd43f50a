package io.flexibleupgrades.systemtests.faults;

import io.flexibleupgrades.events.FailureKind;
import io.flexibleupgrades.events.MessageCodec;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.PreparationEvent;
import io.flexibleupgrades.events.PreparationEvent.ModuleFailed;
import io.flexibleupgrades.events.PreparationEvent.ModulePrepared;
import io.flexibleupgrades.events.PreparationEvent.ModuleSkipped;
import io.flexibleupgrades.events.PreparationEvent.PrepareAttemptFailed;
import io.flexibleupgrades.events.PrepareOutcome;
import io.flexibleupgrades.events.PrepareOutcome.Failed;
import io.flexibleupgrades.events.Topics;
import io.flexibleupgrades.events.UnitId;
import io.flexibleupgrades.systemtests.running.Journal;
import io.flexibleupgrades.systemtests.running.TopicReader;
import io.flexibleupgrades.systemtests.running.Upgrade;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What workers said of an upgrade's attempts, against what the journal took from it.
 *
 * @param sent all outcomes on the topic
 * @param again those of an attempt that had one already
 * @param late those of an attempt that had been given up before
 * @param workers who sent them
 */
record OutcomeAudit(int sent, int again, int late, Set<String> workers) {

  private record Attempt(UnitId unit, int number) {}

  /** Reads the topic; fails if the journal settled a module by an attempt that was given up. */
  static OutcomeAudit of(Upgrade upgrade, Journal journal) {
    var givenUp = givenUp(journal);
    int again = 0;
    int late = 0;
    var outcomes = outcomes(upgrade);
    var seen = new HashSet<Attempt>();
    for (var outcome : outcomes) {
      var attempt = new Attempt(outcome.unit(), outcome.attempt());
      if (!seen.add(attempt)) {
        again++;
      } else if (givenUp.contains(attempt) && !isFault(outcome)) {
        late++;
      }
    }
    var workers =
        outcomes.stream().map(outcome -> outcome.worker().value()).collect(Collectors.toSet());
    return new OutcomeAudit(outcomes.size(), again, late, workers);
  }

  private static Set<Attempt> givenUp(Journal journal) {
    Map<ModuleId, UnitId> units = new HashMap<>();
    var givenUp = new HashSet<Attempt>();
    for (var event : journal.events(PreparationEvent.class)) {
      switch (event) {
        case PreparationEvent.ModulePrepareRequested e ->
            e.modules().forEach(module -> units.put(module.module(), e.unit()));
        case PrepareAttemptFailed e -> givenUp.add(new Attempt(e.unit(), e.attempt()));
        case ModulePrepared e -> checkStands(units, e.module(), e.attempt(), givenUp);
        case ModuleFailed e -> checkStands(units, e.module(), e.attempt(), givenUp);
        case ModuleSkipped e -> checkStands(units, e.module(), e.attempt(), givenUp);
        default -> {
          // Nothing else is about an attempt.
        }
      }
    }
    return givenUp;
  }

  private static void checkStands(
      Map<ModuleId, UnitId> units, ModuleId module, int attempt, Set<Attempt> givenUp) {
    var unit = units.getOrDefault(module, new UnitId(module.value()));
    if (givenUp.contains(new Attempt(unit, attempt))) {
      throw new AssertionError(
          "%s was settled by attempt %d, which had been given up.".formatted(module, attempt));
    }
  }

  private static List<PrepareOutcome> outcomes(Upgrade upgrade) {
    var codec = new MessageCodec();
    return TopicReader.read(upgrade.system(), Topics.PREPARE_OUTCOMES).stream()
        .filter(message -> message.key().equals(upgrade.environment()))
        .map(message -> codec.decodeWorkerMessage(message.message()))
        .filter(PrepareOutcome.class::isInstance)
        .map(PrepareOutcome.class::cast)
        .filter(outcome -> outcome.upgradeId().toString().equals(upgrade.id()))
        .toList();
  }

  private static boolean isFault(PrepareOutcome outcome) {
    return outcome.results().stream()
        .allMatch(
            result -> result instanceof Failed failed && failed.kind() != FailureKind.COMPILE);
  }
}
