package io.flexibleupgrades.orchestrator.outcomes;

import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record that cannot be taken.
 *
 * @param reason why, in a sentence
 */
record Poison(ConsumerRecord<byte[], byte[]> message, String reason) {
  /** The largest record whose bytes are kept whole. */
  static final int LARGEST_BYTES = 4 * 1024 * 1024;

  private static final int KEPT_BYTES = 64 * 1024;
  private static final int LONGEST_REASON = 1_000;

  /** Whether it is larger than any record that is sent uncompressed: only its beginning is kept. */
  boolean isOversized() {
    return bytes() > LARGEST_BYTES;
  }

  /** Returns the reason as it can be stored. */
  String storableReason() {
    var whole =
        isOversized()
            ? "%s It has %d bytes, of which the first %d are kept."
                .formatted(reason, bytes(), KEPT_BYTES)
            : reason;
    var cut = whole.length() <= LONGEST_REASON ? whole : whole.substring(0, LONGEST_REASON) + "…";
    return KafkaRecords.storable(cut);
  }

  /** Returns what is kept of these bytes of the record. */
  byte @Nullable [] kept(byte @Nullable [] bytes) {
    return bytes != null && isOversized() && bytes.length > KEPT_BYTES
        ? Arrays.copyOf(bytes, KEPT_BYTES)
        : bytes;
  }

  private long bytes() {
    long bytes = size(message.key()) + size(message.value());
    for (var header : message.headers()) {
      bytes += header.key().length() + size(header.value());
    }
    return bytes;
  }

  private static long size(byte @Nullable [] bytes) {
    return bytes == null ? 0 : bytes.length;
  }
}
