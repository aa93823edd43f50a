package io.flexibleupgrades.worker.queue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/** Sends a message until the broker has acknowledged it. */
final class Delivery {
  private static final Logger LOG = Logger.getLogger(Delivery.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private Delivery() {}

  /**
   * Sends and waits.
   *
   * @param what names the message in the log
   * @param message made again for each try
   * @throws RecordTooLargeException if the broker will never take it
   */
  static void await(Emitter<byte[]> channel, String what, Supplier<Message<byte[]>> message)
      throws InterruptedException {
    while (true) {
      var acknowledged = new CompletableFuture<Void>();
      try {
        channel.send(
            message
                .get()
                .withAck(() -> {
                  acknowledged.complete(null);
                  return CompletableFuture.completedFuture(null);
                })
                .withNack(reason -> {
                  acknowledged.completeExceptionally(reason);
                  return CompletableFuture.completedFuture(null);
                }));
        acknowledged.get();
        return;
      } catch (ExecutionException | IllegalStateException e) {
        if (e.getCause() instanceof RecordTooLargeException tooLarge) {
          throw tooLarge;
        }
        LOG.warnf("%s is sent again: the broker did not take it: %s", what, e);
        Thread.sleep(PAUSE);
      }
    }
  }
}
