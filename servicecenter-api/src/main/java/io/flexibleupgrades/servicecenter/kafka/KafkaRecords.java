package io.flexibleupgrades.servicecenter.kafka;

import io.flexibleupgrades.events.WireMessage;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads records of Kafka as messages of the contract. */
public final class KafkaRecords {
  private KafkaRecords() {}

  /** Returns the message in a record that has a value. */
  public static WireMessage message(ConsumerRecord<byte[], byte[]> raw) {
    var headers = new HashMap<String, String>();
    for (var header : raw.headers()) {
      if (header.value() != null) {
        headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
      }
    }
    return new WireMessage(headers, raw.value());
  }
}
