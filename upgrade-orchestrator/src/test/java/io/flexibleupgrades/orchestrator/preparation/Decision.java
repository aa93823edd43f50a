package io.flexibleupgrades.orchestrator.preparation;

import io.flexibleupgrades.events.PreparationEvent;
import io.flexibleupgrades.orchestrator.environment.RejectedException;
import io.flexibleupgrades.orchestrator.environment.RejectedException.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a command.
 *
 * @param broken the rule for which it was rejected, null if it was not
 */
record Decision(List<PreparationEvent> events, @Nullable Rule broken) {

  static Decision of(PreparationRules rules, PreparationCommand command, PreparationState state) {
    try {
      return new Decision(rules.decide(command, state), null);
    } catch (RejectedException e) {
      return new Decision(List.of(), e.rule());
    }
  }
}
