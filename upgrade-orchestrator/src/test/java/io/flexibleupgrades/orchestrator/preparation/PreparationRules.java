package io.flexibleupgrades.orchestrator.preparation;

import io.flexibleupgrades.events.PreparationEvent;
import java.util.List;

/** What follows from a command: the decider, or a mutant of it. */
@FunctionalInterface
interface PreparationRules {
  List<PreparationEvent> decide(PreparationCommand command, PreparationState state);
}
