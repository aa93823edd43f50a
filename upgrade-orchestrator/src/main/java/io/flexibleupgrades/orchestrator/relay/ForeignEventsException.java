package io.flexibleupgrades.orchestrator.relay;

import io.flexibleupgrades.events.JournalRecord.UnknownEvent;
import io.flexibleupgrades.events.Topics;

/** The events' topic goes beyond the journal: nothing may be published behind what it has. */
final class ForeignEventsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ForeignEventsException(UnknownEvent event) {
    super(
        """
        Topic %s has event %s (stream '%s', sequence %d), which the journal does not have: the \
        database is older than the topic, as after a restore, or another system's. Delete the \
        topics flexup.*; they are made and filled anew from the journal. \
        """
            .formatted(
                Topics.UPGRADE_EVENTS, event.eventId(), event.stream().name(), event.sequence())
            .strip());
  }
}
