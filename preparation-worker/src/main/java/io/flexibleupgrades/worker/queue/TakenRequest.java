package io.flexibleupgrades.worker.queue;

import io.flexibleupgrades.events.WireMessage;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record of the queue that a slot has in hand. */
public final class TakenRequest {
  private static final byte[] NOTHING = new byte[0];
  private final ConsumerRecord<byte[], byte[]> record;

  TakenRequest(ConsumerRecord<byte[], byte[]> record) {
    this.record = record;
  }

  /** Returns the message; its payload is empty if the record has no value. */
  public WireMessage message() {
    var headers = new HashMap<String, String>();
    for (var header : record.headers()) {
      if (header.value() != null) {
        headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
      }
    }
    return new WireMessage(headers, record.value() == null ? NOTHING : record.value());
  }

  /** Returns where it stands, such as {@code flexup.prepare-requests-3@17}. */
  public String position() {
    return record.topic() + "-" + record.partition() + "@" + record.offset();
  }

  ConsumerRecord<byte[], byte[]> record() {
    return record;
  }
}
