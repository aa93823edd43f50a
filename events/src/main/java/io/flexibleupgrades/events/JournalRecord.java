package io.flexibleupgrades.events;

import java.time.Instant;
import java.util.UUID;

/** A record of the topic {@code flexup.upgrade-events}, as far as this version understands it. */
public sealed interface JournalRecord {

  /** What tells the event from all others. */
  UUID eventId();

  /** The stream the event belongs to. */
  Stream stream();

  /** 1-based position in that stream, without gaps. */
  long sequence();

  /** When the orchestrator stored the event, in UTC. */
  Instant recordedAt();

  /** An event of a type that this version knows. */
  record KnownEvent(EventEnvelope envelope) implements JournalRecord {
    @Override
    public UUID eventId() {
      return envelope.eventId();
    }

    @Override
    public Stream stream() {
      return envelope.event().stream();
    }

    @Override
    public long sequence() {
      return envelope.sequence();
    }

    @Override
    public Instant recordedAt() {
      return envelope.recordedAt();
    }
  }

  /**
   * An event of a type that a later version added: it takes its place in the stream and changes
   * nothing here.
   */
  record UnknownEvent(
      UUID eventId, Stream stream, long sequence, Instant recordedAt, String wireName)
      implements JournalRecord {}
}
