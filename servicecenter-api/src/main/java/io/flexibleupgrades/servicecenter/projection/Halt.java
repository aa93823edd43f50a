package io.flexibleupgrades.servicecenter.projection;

import io.flexibleupgrades.events.Stream;

/** Why the views of a partition go on no further; said by readiness. */
sealed interface Halt {

  /** Returns what happened, where, and what to do. */
  String message();

  /** An event is missing: a view that skipped it would be wrong. */
  record Gap(Stream stream, long expected, long found, String topic, int partition, long offset)
      implements Halt {
    @Override
    public String message() {
      return """
      Stream '%s' has a gap: expected sequence %d, found %d (topic %s, partition %d, offset %d). \
      The views of this partition stop here rather than show something wrong. \
      Look for the missing event in %s.dead-letter, have the orchestrator publish the journal \
      again if it is lost, into a fresh topic or into this one, then POST /api/v1/views/rebuild \
      {"confirm": "rebuild all views"}.\
      """
          .formatted(stream, expected, found, topic, partition, offset, topic);
    }
  }

  /** Events could not be written into the views, and trying again would not help. */
  record Refused(String topic, int partition, long offset, String reason) implements Halt {
    @Override
    public String message() {
      return """
      The events from offset %d of topic %s, partition %d, could not be written into the views: %s. \
      The views of this partition stop here. Restart the Service Center, or POST \
      /api/v1/views/rebuild {"confirm": "rebuild all views"}; if it happens again, report it with \
      this message.\
      """
          .formatted(offset, topic, partition, reason);
    }
  }
}
