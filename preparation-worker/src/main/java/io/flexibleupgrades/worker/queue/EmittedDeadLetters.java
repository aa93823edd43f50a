package io.flexibleupgrades.worker.queue;

import io.flexibleupgrades.events.Headers;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Poison records through the messaging channel {@code dead-letters}. */
@ApplicationScoped
class EmittedDeadLetters implements DeadLetters {
  private static final Logger LOG = Logger.getLogger(EmittedDeadLetters.class);
  private static final byte[] NOTHING = new byte[0];
  private static final int MOST_OF_A_TOO_LARGE_RECORD = 512 * 1024;
  private final Emitter<byte[]> channel;

  EmittedDeadLetters(
      @Channel("dead-letters") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
          Emitter<byte[]> channel) {
    this.channel = channel;
  }

  @Override
  public void keep(TakenRequest request, String reason) throws InterruptedException {
    var record = request.record();
    LOG.warnf("poison record position=%s reason=%s", request.position(), reason);
    var value = record.value() == null ? NOTHING : record.value();
    try {
      send(request, new RecordHeaders(record.headers()), record.key(), value, reason);
    } catch (RecordTooLargeException _) {
      // It filled its own topic's limit, and a dead letter is larger: what fits is kept.
      var cut = Arrays.copyOf(value, Math.min(value.length, MOST_OF_A_TOO_LARGE_RECORD));
      var saying =
          "%s (Too large for this topic: without its own headers and key, %d of %d bytes.)"
              .formatted(reason, cut.length, value.length);
      send(request, new RecordHeaders(), null, cut, saying);
    }
  }

  private void send(
      TakenRequest request,
      RecordHeaders headers,
      byte @Nullable [] key,
      byte[] value,
      String reason)
      throws InterruptedException {
    describe(request.record(), headers, reason);
    Delivery.await(
        channel,
        "dead letter " + request.position(),
        () -> {
          var metadata = OutgoingKafkaRecordMetadata.<byte[]>builder().withHeaders(headers);
          if (key != null) {
            metadata = metadata.withKey(key);
          }
          return Message.of(value).addMetadata(metadata.build());
        });
  }

  private static void describe(
      ConsumerRecord<byte[], byte[]> record, RecordHeaders headers, String reason) {
    headers.add(Headers.DEAD_LETTER_REASON, bytes(reason));
    headers.add(Headers.DEAD_LETTER_TOPIC, bytes(record.topic()));
    headers.add(Headers.DEAD_LETTER_PARTITION, bytes(Integer.toString(record.partition())));
    headers.add(Headers.DEAD_LETTER_OFFSET, bytes(Long.toString(record.offset())));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
