package io.flexibleupgrades.orchestrator.locking;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long a lock is going to hold.
 *
 * @param state of the upgrade, in the words of the status
 * @param percentage of the modules in scope that are settled
 * @param unsettled modules that are still to be settled
 * @param endsAt when the preparation is expected to end, from recorded compile times; null while it
 *     does not go on by itself
 */
record Forecast(String state, int percentage, int unsettled, @Nullable Instant endsAt) {

  Map<String, Object> facts() {
    Map<String, Object> facts = new HashMap<>();
    facts.put("percentage", percentage);
    facts.put("unsettled", unsettled);
    facts.put("endsAt", endsAt == null ? null : endsAt.toString());
    return facts;
  }
}
