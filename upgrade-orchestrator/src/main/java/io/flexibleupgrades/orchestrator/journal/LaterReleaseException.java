package io.flexibleupgrades.orchestrator.journal;

import java.util.Map;

/**
 * Nothing can be decided on a stream that has an event of a later release: what that event means is
 * not known here, and to leave it out could be wrong. Reading goes on, and so does everything else.
 */
public final class LaterReleaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient UnreadEvent event;

  LaterReleaseException(UnreadEvent event) {
    super(
        "Stream %s has an event of a later release (%s, sequence %d), which this one cannot read. Nothing is decided on it, and nothing is lost: run the later release again."
            .formatted(event.stream(), event.wireName(), event.sequence()));
    this.event = event;
  }

  /** Returns which event it is, for programs. */
  public Map<String, Object> facts() {
    return Map.of(
        "stream", event.stream().name(),
        "sequence", event.sequence(),
        "eventType", event.wireName());
  }
}
