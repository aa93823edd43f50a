package io.flexibleupgrades.systemtests.faults;

import io.flexibleupgrades.events.PreparationEvent.PrepareAttemptFailed;
import io.flexibleupgrades.systemtests.running.Journal;
import io.flexibleupgrades.systemtests.running.Outcome;
import java.time.Duration;

/**
 * What a scenario came to.
 *
 * @param reads answers of the status API that were checked
 * @param longestStall the longest time in which no module was seen to be settled
 */
record Report(
    int reads, Duration longestStall, Outcome outcome, Journal journal, OutcomeAudit outcomes) {

  int lostAttempts() {
    return journal.events(PrepareAttemptFailed.class).size();
  }

  @Override
  public String toString() {
    return """
    %d prepared, %d failed, %d skipped, as the oracle says; %d attempts lost, \
    %d outcomes sent, of which %d again and %d too late were refused; \
    longest stall %.1f s; %d reads of the status\
    """
        .formatted(
            outcome.prepared().size(),
            outcome.failed().size(),
            outcome.skipped().size(),
            lostAttempts(),
            outcomes.sent(),
            outcomes.again(),
            outcomes.late(),
            longestStall.toMillis() / 1e3,
            reads);
  }
}
