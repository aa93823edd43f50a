package io.flexibleupgrades.orchestrator.preparation;

import io.flexibleupgrades.events.PrepareOutcome;
import io.flexibleupgrades.events.UnitId;
import io.flexibleupgrades.orchestrator.preparation.PreparationCommand.Retry;

/** Words that must not count: of another platform, of attempts and units that there never were. */
final class Forgeries {
  private static final UnitId UNHEARD_OF = new UnitId("unheard-of");
  private static final int NEVER_MADE = 1_000;

  private Forgeries() {}

  /** Returns one of the words that this outcome can be bent to. */
  static PreparationCommand of(PrepareOutcome outcome, int chance) {
    var unit = outcome.unit();
    int never = outcome.attempt() + NEVER_MADE;
    return switch (chance & 3) {
      case 0 ->
          SimulatedWorkers.report(unit, outcome.attempt(), Story.OLD.digest(), outcome.results());
      case 1 -> SimulatedWorkers.report(unit, never, outcome.platform(), outcome.results());
      case 2 ->
          SimulatedWorkers.report(
              UNHEARD_OF, outcome.attempt(), outcome.platform(), outcome.results());
      default ->
          (chance & 4) == 0
              ? SimulatedWorkers.silence(unit, never)
              : new Retry(unit, outcome.attempt());
    };
  }
}
