package io.flexibleupgrades.events;

import java.time.Instant;
import java.util.UUID;

/**
 * An event with what the journal added to it. Maps to CloudEvents 1.0 attributes on the wire.
 *
 * @param eventId unique per event; the same event delivered twice has the same id
 * @param sequence 1-based position in the event's stream, without gaps
 * @param recordedAt when the orchestrator stored the event, in UTC
 */
public record EventEnvelope(UUID eventId, long sequence, Instant recordedAt, Event event) {}
