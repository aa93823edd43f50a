package io.flexibleupgrades.worker.queue;

import io.flexibleupgrades.events.Headers;
import io.flexibleupgrades.events.MessageCodec;
import io.flexibleupgrades.events.PrepareOutcome;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Outcomes through the messaging channel {@code outcomes}, keyed by environment. */
@ApplicationScoped
class EmittedOutcomes implements Outcomes {
  private final MessageCodec codec = new MessageCodec();
  private final Emitter<byte[]> channel;
  private final Clock clock;

  EmittedOutcomes(
      @Channel("outcomes") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
          Emitter<byte[]> channel,
      Clock clock) {
    this.channel = channel;
    this.clock = clock;
  }

  @Override
  public void report(TakenRequest request, PrepareOutcome outcome) throws InterruptedException {
    var wire =
        codec.encode(UUID.randomUUID(), clock.instant(), OutcomeSize.fitting(codec, outcome));
    var headers = new RecordHeaders();
    wire.headers()
        .forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
    var trace = request.traceParent();
    if (trace != null) {
      headers.add(Headers.TRACE_PARENT, trace.getBytes(StandardCharsets.UTF_8));
    }
    Delivery.await(
        channel,
        "outcome unit=%s attempt=%d".formatted(outcome.unit(), outcome.attempt()),
        () ->
            Message.of(wire.payload())
                .addMetadata(
                    OutgoingKafkaRecordMetadata.builder()
                        .withKey(outcome.environment().value())
                        .withHeaders(headers)
                        .build()));
  }
}
