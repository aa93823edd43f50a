package io.flexibleupgrades.servicecenter.projection;

import io.flexibleupgrades.events.EnvironmentName;
import io.flexibleupgrades.events.Headers;
import io.flexibleupgrades.events.JournalRecord;
import io.flexibleupgrades.events.JournalRecord.KnownEvent;
import io.flexibleupgrades.events.JournalRecord.UnknownEvent;
import io.flexibleupgrades.events.MessageCodec;
import io.flexibleupgrades.servicecenter.kafka.KafkaRecords;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** A record of the topic as it was understood. */
sealed interface Received {

  /** The record itself. */
  ConsumerRecord<byte[], byte[]> raw();

  /** The record is an event, of a type that is known or not. */
  record Understood(
      ConsumerRecord<byte[], byte[]> raw, EnvironmentName environment, JournalRecord event)
      implements Received {

    /** Returns which event of its stream it is, and which is expected after the applied ones. */
    Halt.Gap place(long applied) {
      return new Halt.Gap(
          event.stream(),
          applied + 1,
          event.sequence(),
          raw.topic(),
          raw.partition(),
          raw.offset());
    }
  }

  /** The record is no event; the reason says why. */
  record Garbage(ConsumerRecord<byte[], byte[]> raw, String reason) implements Received {}

  /** Returns what the records say. */
  static List<Received> read(MessageCodec codec, List<ConsumerRecord<byte[], byte[]>> raw) {
    return raw.stream().map(record -> read(codec, record)).toList();
  }

  /** Returns what the record says. */
  static Received read(MessageCodec codec, ConsumerRecord<byte[], byte[]> raw) {
    if (raw.value() == null) {
      return new Garbage(raw, "The record has no value.");
    }
    var message = KafkaRecords.message(raw);
    var type = message.headers().getOrDefault(Headers.TYPE, "no type");
    try {
      var event = codec.decodeEvent(message);
      return new Understood(raw, environmentOf(event, raw.key()), event);
    } catch (RuntimeException e) {
      // Whatever the bytes made the codec stumble over: they are no event that can be applied.
      return new Garbage(raw, "A record of %s is no event: %s".formatted(type, e.getMessage()));
    }
  }

  /** An event of an unknown type says by its record's key where it happened. */
  private static EnvironmentName environmentOf(JournalRecord event, byte @Nullable [] key) {
    return switch (event) {
      case KnownEvent(var envelope) -> envelope.event().environment();
      case UnknownEvent _ ->
          new EnvironmentName(key == null ? "" : new String(key, StandardCharsets.UTF_8));
    };
  }
}
