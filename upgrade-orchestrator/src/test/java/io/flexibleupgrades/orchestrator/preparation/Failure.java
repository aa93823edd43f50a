package io.flexibleupgrades.orchestrator.preparation;

import org.jspecify.annotations.Nullable;

/**
 * A simulated run that breaks a rule.
 *
 * @param message what is wrong about what
 * @param told the run up to there
 */
record Failure(Scenario scenario, String rule, String message, String told) {

  /** Runs the scenario; null if no rule is broken. */
  static @Nullable Failure of(Scenario scenario, PreparationRules rules) {
    var transcript = new WrittenTranscript(scenario.factory());
    try {
      new SimulatedRun(scenario, rules, transcript).run();
      return null;
    } catch (BrokenRuleException e) {
      return new Failure(scenario, e.rule(), String.valueOf(e.getMessage()), transcript.toString());
    } catch (RuntimeException e) {
      // Whatever the rules throw is as bad as a broken rule.
      return new Failure(scenario, e.getClass().getName(), e.toString(), transcript.toString());
    }
  }

  @Override
  public String toString() {
    return "%s%n%sbroken: %s".formatted(message, told, rule);
  }
}
