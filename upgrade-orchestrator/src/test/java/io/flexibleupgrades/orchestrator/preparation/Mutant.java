package io.flexibleupgrades.orchestrator.preparation;

import java.util.stream.Stream;

/**
 * A decider with one rule broken.
 *
 * @param verdict what an auditor says of it, in part
 */
record Mutant(String name, PreparationRules rules, String verdict) {

  static Stream<Mutant> all() {
    return Stream.of(
        new Mutant("no fence of attempts", WordMutants::ignoringAttempts, "does not count"),
        new Mutant("no fence of platforms", WordMutants::ignoringPlatforms, "does not count"),
        new Mutant("no deduplication", WordMutants::ignoringSettlements, "does not count"),
        new Mutant("lost attempts stay lost", WordMutants::neverRetrying, "decides nothing"),
        new Mutant("silence is waited out", WordMutants::neverGivingUp, "decides nothing"),
        new Mutant(
            "compile errors are retried", WordMutants::retryingCompileErrors, "asked for again"),
        new Mutant("cycles fail as a whole", WordMutants::failingWholeCycles, "outcomes"),
        new Mutant(
            "faults are retried for ever",
            DecisionMutants::retryingForEver,
            "more than three retries"),
        new Mutant("lost skips fail", DecisionMutants::failingLostSkips, "instead of skipped"),
        new Mutant(
            "cycles are prepared in part", DecisionMutants::preparingSkippedMembers, "outcomes"),
        new Mutant(
            "only direct consumers are skipped",
            DecisionMutants::skippingDirectConsumers,
            "not skipped"),
        new Mutant(
            "bystanders are skipped",
            DecisionMutants::skippingBystanders,
            "other failed producers"),
        new Mutant(
            "consumers are skipped again", DecisionMutants::skippingAgain, "not the next attempt"),
        new Mutant("the end comes early", DecisionMutants::endingEarly, "ends before"),
        new Mutant("the end does not come", DecisionMutants::neverEnding, "does not end"),
        new Mutant("skipped count as failed", DecisionMutants::miscounting, "do not add up"),
        new Mutant(
            "producers are not waited for", DispatchMutants::notWaiting, "before its producers"),
        new Mutant("room is ignored", DispatchMutants::ignoringRoom, "units allow"),
        new Mutant("short ways come first", DispatchMutants::shortestFirst, "longer way"));
  }

  @Override
  public String toString() {
    return name;
  }
}
