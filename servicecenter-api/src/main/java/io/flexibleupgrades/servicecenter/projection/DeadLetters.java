package io.flexibleupgrades.servicecenter.projection;

import io.flexibleupgrades.events.Headers;
import io.flexibleupgrades.events.Topics;
import io.flexibleupgrades.servicecenter.projection.Received.Garbage;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/** Keeps records that are no events, with their bytes, headers and the reason. */
@ApplicationScoped
class DeadLetters {
  private static final Logger LOG = Logger.getLogger(DeadLetters.class);

  /** Less than the emitter has room for, which refuses more than it has. */
  private static final int AT_ONCE = 128;

  private static final int MOST_LINES = 10;
  private final Emitter<byte[]> emitter;
  private final Counter counter;

  DeadLetters(@Channel("dead-letters") Emitter<byte[]> emitter, MeterRegistry meters) {
    this.emitter = emitter;
    this.counter =
        Counter.builder("flexup.projection.dead.letters")
            .description("Records of the journal's topic that were no events")
            .register(meters);
  }

  /** Returns when the broker has all of these records. */
  void keep(List<Garbage> garbage) {
    for (int first = 0; first < garbage.size(); first += AT_ONCE) {
      var some = garbage.subList(first, Math.min(garbage.size(), first + AT_ONCE));
      CompletableFuture.allOf(some.stream().map(this::sent).toArray(CompletableFuture[]::new))
          .join();
    }
    counter.increment(garbage.size());
    for (var one : garbage.subList(0, Math.min(garbage.size(), MOST_LINES))) {
      var raw = one.raw();
      LOG.warnf(
          "Offset %d of %s, partition %d, went to the dead letters: %s",
          raw.offset(), raw.topic(), raw.partition(), one.reason());
    }
    if (garbage.size() > MOST_LINES) {
      LOG.warnf("So did %d more records of the same batch.", garbage.size() - MOST_LINES);
    }
  }

  private CompletableFuture<Void> sent(Garbage garbage) {
    var raw = garbage.raw();
    var headers = new RecordHeaders(raw.headers().toArray());
    add(headers, Headers.DEAD_LETTER_REASON, garbage.reason());
    add(headers, Headers.DEAD_LETTER_TOPIC, raw.topic());
    add(headers, Headers.DEAD_LETTER_PARTITION, Integer.toString(raw.partition()));
    add(headers, Headers.DEAD_LETTER_OFFSET, Long.toString(raw.offset()));
    var metadata =
        OutgoingKafkaRecordMetadata.<byte[]>builder()
            .withTopic(Topics.deadLettersOf(raw.topic()))
            .withKey(raw.key())
            .withHeaders(headers)
            .build();
    var sent = new CompletableFuture<Void>();
    byte[] bytes = raw.value() == null ? new byte[0] : raw.value();
    emitter.send(
        Message.of(bytes)
            .addMetadata(metadata)
            .withAck(() -> {
              sent.complete(null);
              return CompletableFuture.completedFuture(null);
            })
            .withNack(failure -> {
              sent.completeExceptionally(failure);
              return CompletableFuture.completedFuture(null);
            }));
    return sent;
  }

  private static void add(RecordHeaders headers, String name, String value) {
    headers.add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
