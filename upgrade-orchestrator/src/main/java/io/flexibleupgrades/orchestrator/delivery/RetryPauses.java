package io.flexibleupgrades.orchestrator.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long a delivery rests after each failed attempt: never shorter than the schedule says, and a
 * little longer by chance, so that what failed together does not come back together.
 *
 * @param pauses after the first attempt, the second and so on; after one more the delivery is given
 *     up
 * @param jitter how much longer a pause may be, as a fraction of it, 0 to 1
 */
record RetryPauses(List<Duration> pauses, double jitter) {
  RetryPauses {
    pauses = List.copyOf(pauses);
    if (pauses.stream().anyMatch(Duration::isNegative)) {
      throw new IllegalArgumentException("flexup.webhooks.pauses has a negative one: " + pauses);
    }
    if (!(jitter >= 0 && jitter <= 1)) {
      throw new IllegalArgumentException(
          "flexup.webhooks.jitter must be from 0 to 1, not " + jitter + ".");
    }
  }

  /**
   * Returns the pause after the failure of this attempt, empty if it was the last one.
   *
   * @param attempt 1 or more
   * @param chance from 0 to 1
   */
  Optional<Duration> after(int attempt, double chance) {
    if (attempt > pauses.size()) {
      return Optional.empty();
    }
    var pause = pauses.get(attempt - 1);
    return Optional.of(pause.plusMillis((long) (pause.toMillis() * jitter * chance)));
  }
}
