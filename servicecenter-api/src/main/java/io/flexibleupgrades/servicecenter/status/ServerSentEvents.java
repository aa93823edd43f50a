package io.flexibleupgrades.servicecenter.status;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.concurrent.CompletionException;

/** One reader's connection; sending waits until the event is handed over. */
final class ServerSentEvents implements AutoCloseable {
  private final SseEventSink sink;
  private final Sse sse;

  ServerSentEvents(SseEventSink sink, Sse sse) {
    this.sink = sink;
    this.sse = sse;
  }

  boolean isClosed() {
    return sink.isClosed();
  }

  /** Returns whether the reader is still there to receive this. */
  boolean send(String name, String id, Object data) {
    return send(
        sse.newEventBuilder()
            .name(name)
            .id(id)
            .mediaType(MediaType.APPLICATION_JSON_TYPE)
            .data(data)
            .build());
  }

  /** Keeps the connection open through whatever stands in between. */
  boolean beat() {
    return send(sse.newEventBuilder().comment("still here").build());
  }

  private boolean send(OutboundSseEvent event) {
    if (sink.isClosed()) {
      return false;
    }
    try {
      sink.send(event).toCompletableFuture().join();
      return true;
    } catch (CompletionException | IllegalStateException e) {
      return false;
    }
  }

  @Override
  public void close() {
    sink.close();
  }
}
