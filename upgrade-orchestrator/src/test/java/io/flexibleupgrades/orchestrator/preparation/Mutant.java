package io.flexibleupgrades.orchestrator.preparation;

import io.flexibleupgrades.events.EnlistedModule;
import io.flexibleupgrades.events.ModuleId;
import io.flexibleupgrades.events.PreparationEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rules of which one is broken.
 *
 * @param verdict what an auditor says of it, in part
 */
record Mutant(String name, PreparationRules rules, String verdict) {

  static Stream<Mutant> all() {
    return Stream.of(ofWords(), ofDecisions(), ofOperators(), ofReopening()).flatMap(m -> m);
  }

  private static Stream<Mutant> ofWords() {
    return Stream.of(
        new Mutant("no fence of attempts", WordMutants::ignoringAttempts, "does not count"),
        new Mutant("no fence of platforms", WordMutants::ignoringPlatforms, "does not count"),
        new Mutant("no deduplication", WordMutants::ignoringSettlements, "does not count"),
        new Mutant("lost attempts stay lost", WordMutants::neverRetrying, "decides nothing"),
        new Mutant("silence is waited out", WordMutants::neverGivingUp, "decides nothing"),
        new Mutant(
            "compile errors are retried", WordMutants::retryingCompileErrors, "asked for again"),
        new Mutant("cycles fail as a whole", WordMutants::failingWholeCycles, "must not fail so"));
  }

  private static Stream<Mutant> ofDecisions() {
    return Stream.of(
        new Mutant(
            "faults are retried for ever",
            DecisionMutants::retryingForEver,
            "more than three retries"),
        new Mutant(
            "lost skips fail", DecisionMutants::failingLostSkips, "a lost attempt is not made"),
        new Mutant(
            "cycles are prepared in part",
            DecisionMutants::preparingSkippedMembers,
            "must not be prepared"),
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

  private static Stream<Mutant> ofOperators() {
    return Stream.of(
        new Mutant("a pause stops nothing", OperatorMutants::ignoringPauses, "units allow"),
        new Mutant("cancel settles", OperatorMutants::failingCancelled, "nobody asked for this"),
        new Mutant(
            "cancelled units are settled", OperatorMutants::hearingAfterCancel, "does not count"),
        new Mutant(
            "timers outlive a cancel", OperatorMutants::retryingAfterCancel, "does not count"),
        new Mutant("nobody is asked", OperatorMutants::notAsking, "nobody asked for this"),
        new Mutant(
            "tasks come in any order",
            OperatorMutants::publishingInAnyOrder,
            "nobody asked for this"),
        new Mutant(
            "a restart forgets a pause", OperatorMutants.forgettingPauses(), "after a restart"));
  }

  private static Stream<Mutant> ofReopening() {
    return Stream.of(
        new Mutant(
            "no fence after reopening",
            evolving(ReopenMutants::countingAttemptsAnew),
            "not the next attempt"),
        new Mutant(
            "recovered modules count twice",
            evolving(ReopenMutants::countingRecoveredTwice),
            "other counts are told"),
        new Mutant(
            "prepared consumers are released",
            evolving(ReopenMutants::releasingPrepared),
            "units allow"),
        new Mutant(
            "retries are shared by preparations",
            ReopenMutants::sharingRetries,
            "a lost attempt is not made"),
        new Mutant("blocked units wait for ever", ReopenMutants::leavingBlocked, "not skipped"),
        new Mutant(
            "skips reach past prepared modules",
            ReopenMutants::skippingPastPrepared,
            "other failed producers"),
        new Mutant(
            "prepared modules are prepared again",
            opening(ReopenMutants::openingPrepared),
            "other modules are opened"),
        new Mutant(
            "nothing is released",
            opening(ReopenMutants::openingOnlyNamed),
            "other modules are opened"));
  }

  private static PreparationRules evolving(
      BiFunction<PreparationState, PreparationEvent, PreparationState> evolution) {
    return new PreparationRules() {
      @Override
      public List<PreparationEvent> decide(PreparationCommand command, PreparationState state) {
        return PreparationDecider.decide(command, state);
      }

      @Override
      public PreparationState evolve(PreparationState state, PreparationEvent event) {
        return evolution.apply(state, event);
      }
    };
  }

  private static PreparationRules opening(Opening opening) {
    return new PreparationRules() {
      @Override
      public List<PreparationEvent> decide(PreparationCommand command, PreparationState state) {
        return PreparationDecider.decide(command, state);
      }

      @Override
      public List<EnlistedModule> reopened(
          Preparing left, Map<ModuleId, EnlistedModule> now, @Nullable Set<ModuleId> named) {
        return opening.opened(left, now, named);
      }
    };
  }

  /** Which modules are opened again. */
  @FunctionalInterface
  private interface Opening {
    List<EnlistedModule> opened(
        Preparing left, Map<ModuleId, EnlistedModule> now, @Nullable Set<ModuleId> named);
  }

  @Override
  public String toString() {
    return name;
  }
}
