package io.flexibleupgrades.worker.queue;

import io.flexibleupgrades.events.Headers;
import io.flexibleupgrades.events.WireMessage;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** A record of the queue that a slot has in hand. */
public final class TakenRequest {
  private static final Pattern TRACE_PARENT =
      Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
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

  /** Returns the W3C trace context that it belongs to, null if it has none that is well formed. */
  @Nullable String traceParent() {
    var header = record.headers().lastHeader(Headers.TRACE_PARENT);
    if (header == null || header.value() == null) {
      return null;
    }
    var text = new String(header.value(), StandardCharsets.UTF_8);
    return TRACE_PARENT.matcher(text).matches() ? text : null;
  }

  /** Returns where it stands, such as {@code flexup.prepare-requests-3@17}. */
  public String position() {
    return record.topic() + "-" + record.partition() + "@" + record.offset();
  }

  ConsumerRecord<byte[], byte[]> record() {
    return record;
  }
}
