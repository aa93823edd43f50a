package io.flexibleupgrades.worker.queue;

import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

/** Poison records through the messaging channel {@code dead-letters}. */
@ApplicationScoped
class EmittedDeadLetters implements DeadLetters {
  private static final Logger LOG = Logger.getLogger(EmittedDeadLetters.class);
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
    var headers = new RecordHeaders(record.headers());
    headers.add("flexup_reason", bytes(reason));
    headers.add("flexup_topic", bytes(record.topic()));
    headers.add("flexup_partition", bytes(Integer.toString(record.partition())));
    headers.add("flexup_offset", bytes(Long.toString(record.offset())));
    var value = record.value() == null ? new byte[0] : record.value();
    Delivery.await(
        channel,
        "dead letter " + request.position(),
        () -> {
          var metadata = OutgoingKafkaRecordMetadata.<byte[]>builder().withHeaders(headers);
          if (record.key() != null) {
            metadata = metadata.withKey(record.key());
          }
          return Message.of(value).addMetadata(metadata.build());
        });
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
