package io.flexibleupgrades.systemtests.running;

import io.flexibleupgrades.events.Event;
import io.flexibleupgrades.events.EventEnvelope;
import io.flexibleupgrades.events.JournalRecord;
import io.flexibleupgrades.events.MessageCodec;
import io.flexibleupgrades.events.Topics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An environment's events as its topic has them, each once, in their order. */
public final class Journal {
  private final List<EventEnvelope> envelopes;

  private Journal(List<EventEnvelope> envelopes) {
    this.envelopes = envelopes;
  }

  /** Reads the whole topic; fails on a gap, or if one position has two events. */
  static Journal read(RunningSystem system, String environment) {
    var codec = new MessageCodec();
    var byPosition = new LinkedHashMap<String, EventEnvelope>();
    Map<String, Long> reached = new LinkedHashMap<>();
    for (var message : TopicReader.read(system, Topics.UPGRADE_EVENTS)) {
      if (!message.key().equals(environment)) {
        continue;
      }
      if (!(codec.decodeEvent(message.message()) instanceof JournalRecord.KnownEvent known)) {
        throw new AssertionError("The journal has an event that nobody knows.");
      }
      var stream = known.stream().name();
      var position = stream + "@" + known.sequence();
      var before = byPosition.putIfAbsent(position, known.envelope());
      if (before == null) {
        long expected = reached.merge(stream, 1L, Long::sum);
        if (known.sequence() != expected) {
          throw new AssertionError(position + " comes where " + expected + " is expected.");
        }
      } else if (!before.eventId().equals(known.envelope().eventId())) {
        throw new AssertionError("Two events at " + position);
      }
    }
    return new Journal(new ArrayList<>(byPosition.values()));
  }

  /** Returns the events of one type, in their order. */
  public <E extends Event> List<E> events(Class<E> type) {
    return events().stream().filter(type::isInstance).map(type::cast).toList();
  }

  /** Returns the events with what the journal added to them, in their order. */
  public List<EventEnvelope> envelopes() {
    return List.copyOf(envelopes);
  }

  public List<Event> events() {
    return envelopes.stream().map(EventEnvelope::event).toList();
  }
}
