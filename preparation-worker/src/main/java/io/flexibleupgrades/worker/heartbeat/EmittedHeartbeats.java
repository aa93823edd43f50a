package io.flexibleupgrades.worker.heartbeat;

import io.flexibleupgrades.events.MessageCodec;
import io.flexibleupgrades.events.WorkerHeartbeat;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Heartbeats through the messaging channel {@code heartbeats}, keyed by worker. */
@ApplicationScoped
class EmittedHeartbeats implements HeartbeatChannel {
  private final MessageCodec codec = new MessageCodec();
  private final Emitter<byte[]> channel;
  private final Clock clock;

  EmittedHeartbeats(
      @Channel("heartbeats") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
          Emitter<byte[]> channel,
      Clock clock) {
    this.channel = channel;
    this.clock = clock;
  }

  @Override
  public boolean send(WorkerHeartbeat heartbeat, Duration patience) throws InterruptedException {
    var wire = codec.encode(UUID.randomUUID(), clock.instant(), heartbeat);
    var headers = new RecordHeaders();
    wire.headers()
        .forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
    var heard = new CompletableFuture<Boolean>();
    try {
      channel.send(
          Message.of(wire.payload())
              .addMetadata(
                  OutgoingKafkaRecordMetadata.builder()
                      .withKey(heartbeat.worker().value())
                      .withHeaders(headers)
                      .build())
              .withAck(() -> {
                heard.complete(true);
                return CompletableFuture.completedFuture(null);
              })
              .withNack(_ -> {
                heard.complete(false);
                return CompletableFuture.completedFuture(null);
              }));
      return heard.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException | IllegalStateException _) {
      return false;
    }
  }
}
