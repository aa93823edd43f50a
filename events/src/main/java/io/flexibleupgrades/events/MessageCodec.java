package io.flexibleupgrades.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * Writes and reads the contract's messages: CloudEvents 1.0 attributes in {@code ce_*} headers, the
 * message itself as JSON. Thread-safe.
 */
public final class MessageCodec {
  private final JsonMapper json = MessageJson.mapper();

  /** Returns the record that says this event, for every topic it is sent to. */
  public WireMessage encode(EventEnvelope envelope) {
    var event = envelope.event();
    return carry(
        new JournalRecord.UnknownEvent(
            envelope.eventId(),
            event.stream(),
            envelope.sequence(),
            envelope.recordedAt(),
            WireName.of(event).text()),
        payload(event));
  }

  /**
   * Returns the record that says an event which nobody has to understand: its bytes stay as they
   * are.
   *
   * @param payload as the journal keeps it
   */
  public WireMessage carry(JournalRecord.UnknownEvent event, byte[] payload) {
    var headers =
        attributes(
            event.eventId(),
            "/flexup/upgrade-orchestrator",
            event.wireName(),
            event.recordedAt(),
            event.stream().name());
    headers.put(Headers.SEQUENCE, Long.toString(event.sequence()));
    return new WireMessage(headers, payload);
  }

  /**
   * Returns the record that says this worker message.
   *
   * @param id unique per message; the same message sent twice has the same id
   */
  public WireMessage encode(UUID id, Instant time, WorkerMessage message) {
    var subject =
        switch (message) {
          case PrepareOutcome outcome -> outcome.unit().value();
          case WorkerHeartbeat heartbeat -> heartbeat.worker().value();
        };
    var source = "/flexup/preparation-worker/" + message.worker().value();
    return new WireMessage(
        attributes(id, source, WireName.of(message).text(), time, subject), payload(message));
  }

  /**
   * Returns the event in a record of the journal's topics.
   *
   * @throws MalformedMessageException if the record is no event
   */
  public JournalRecord decodeEvent(WireMessage message) {
    var unread = decodePlace(message);
    var name = WireName.parse(unread.wireName());
    if (name == null) {
      return unread;
    }
    if (!(read(name, message.payload()) instanceof Event event)) {
      throw new MalformedMessageException(unread.wireName() + " is no event of the journal.");
    }
    if (!event.stream().equals(unread.stream())) {
      throw new MalformedMessageException(
          "The headers say stream '%s', the event '%s'."
              .formatted(unread.stream(), event.stream()));
    }
    return new JournalRecord.KnownEvent(
        new EventEnvelope(unread.eventId(), unread.sequence(), unread.recordedAt(), event));
  }

  /**
   * Returns which event a record is, and its place in its stream, without reading what it says.
   *
   * @throws MalformedMessageException if the record's headers are not an event's
   */
  public JournalRecord.UnknownEvent decodePlace(WireMessage message) {
    var stream = parsed(message, Headers.SUBJECT, Stream::new);
    long sequence = parsed(message, Headers.SEQUENCE, Long::parseLong);
    var id = parsed(message, Headers.ID, UUID::fromString);
    var time = parsed(message, Headers.TIME, Instant::parse);
    var type = required(message, Headers.TYPE);
    if (sequence < 1) {
      throw new MalformedMessageException(
          "Header " + Headers.SEQUENCE + " must be 1 or more, was " + sequence + ".");
    }
    return new JournalRecord.UnknownEvent(id, stream, sequence, time, type);
  }

  /**
   * Returns what a worker said in this record. Its id and time, which are well formed, stay in the
   * headers.
   *
   * @throws MalformedMessageException if the record is no worker message
   */
  public WorkerMessage decodeWorkerMessage(WireMessage message) {
    var text = required(message, Headers.TYPE);
    parsed(message, Headers.ID, UUID::fromString);
    parsed(message, Headers.TIME, Instant::parse);
    var name = WireName.parse(text);
    if (name != null && read(name, message.payload()) instanceof WorkerMessage said) {
      return said;
    }
    throw new MalformedMessageException("'" + text + "' is no message of a worker.");
  }

  /** Returns the message's JSON in UTF-8, as the journal keeps it. */
  public byte[] payload(Object message) {
    try {
      return json.writeValueAsBytes(message);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write " + message.getClass() + " as JSON.", e);
    }
  }

  /**
   * Returns the event that the journal keeps under this name.
   *
   * @throws MalformedMessageException if the bytes are no such event
   */
  public Event event(WireName name, byte[] payload) {
    if (read(name, payload) instanceof Event event) {
      return event;
    }
    throw new MalformedMessageException(name.text() + " is no event of the journal.");
  }

  private Object read(WireName name, byte[] payload) {
    try {
      Object message = json.readValue(payload, name.type());
      if (message != null) {
        return message;
      }
    } catch (IOException | RuntimeException e) {
      throw new MalformedMessageException(
          "The payload is no " + name.text() + ": " + e.getMessage(), e);
    }
    throw new MalformedMessageException("The payload of " + name.text() + " is null.");
  }

  private static Map<String, String> attributes(
      UUID id, String source, String type, Instant time, String subject) {
    var headers = new HashMap<String, String>();
    headers.put(Headers.SPEC_VERSION, "1.0");
    headers.put(Headers.ID, id.toString());
    headers.put(Headers.SOURCE, source);
    headers.put(Headers.TYPE, type);
    headers.put(Headers.TIME, time.toString());
    headers.put(Headers.SUBJECT, subject);
    headers.put(Headers.CONTENT_TYPE, "application/json");
    return headers;
  }

  private static String required(WireMessage message, String header) {
    var value = message.header(header);
    if (value == null) {
      throw new MalformedMessageException("Header " + header + " is missing.");
    }
    return value;
  }

  private static <T> T parsed(WireMessage message, String header, Function<String, T> parse) {
    var value = required(message, header);
    try {
      return parse.apply(value);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new MalformedMessageException(
          "Header " + header + " is malformed: " + e.getMessage(), e);
    }
  }
}
