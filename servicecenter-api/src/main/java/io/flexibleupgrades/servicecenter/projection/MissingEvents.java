package io.flexibleupgrades.servicecenter.projection;

import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.Stream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The events that are missing so far in a topic that is read to its end. After a gap the journal
 * can have been published again into the same topic: until the missing event comes, what follows in
 * its environment is passed over, to be applied in its order when it is repeated.
 */
final class MissingEvents {
  private final Map<EnvironmentName, Halt.Gap> waiting = new HashMap<>();
  private final Map<Stream, Halt.Gap> passedOver = new LinkedHashMap<>();

  /**
   * Returns whether an event that is not applied yet has to wait for its repetition.
   *
   * @param place which event it is, and which would be the next of its stream
   */
  boolean passesOver(EnvironmentName environment, Halt.Gap place) {
    var gap = waiting.get(environment);
    boolean isNext = place.found() == place.expected();
    if (isNext && (gap == null || gap.stream().equals(place.stream()))) {
      waiting.remove(environment);
      passedOver.computeIfPresent(
          place.stream(), (_, last) -> last.found() <= place.found() ? null : last);
      return false;
    }
    waiting.putIfAbsent(environment, place);
    passedOver.merge(
        place.stream(), place, (last, other) -> last.found() < other.found() ? other : last);
    return true;
  }

  /**
   * Requires that all that was passed over was repeated.
   *
   * @throws RebuildFailedException if an event is missing in the whole topic
   */
  void requireNone() {
    for (var gap : passedOver.values()) {
      throw new RebuildFailedException(gap);
    }
  }
}
