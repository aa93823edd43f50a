package io.flexibleupgrades.orchestrator.outcomes;

import io.flexibleupgrades.events.MalformedMessageException;
import io.flexibleupgrades.events.WireMessage;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads records of Kafka as messages of the contract. */
public final class KafkaRecords {
  private KafkaRecords() {}

  /**
   * Returns the message in a record.
   *
   * @throws MalformedMessageException if the record has no value
   */
  public static WireMessage message(ConsumerRecord<byte[], byte[]> message) {
    if (message.value() == null) {
      throw new MalformedMessageException("The record has no value.");
    }
    return new WireMessage(headers(message), message.value());
  }

  /** Returns the text without the one character that PostgreSQL does not keep. */
  static String storable(String text) {
    return text.replace('\0', ' ');
  }

  /** Returns the record's headers as text; of headers with one name, the last. */
  static Map<String, String> headers(ConsumerRecord<byte[], byte[]> message) {
    var headers = new HashMap<String, String>();
    for (var header : message.headers()) {
      if (header.value() != null) {
        headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
      }
    }
    return headers;
  }
}
