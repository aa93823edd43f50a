package io.flexibleupgrades.worker.queue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One slot of a worker. Its thread alone talks to the queue: it takes a request, gives it to a
 * virtual thread, renews it until the work is done, settles it, and takes the next.
 */
final class Slot {
  private static final Logger LOG = Logger.getLogger(Slot.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PAUSE_AFTER_FAULT = Duration.ofSeconds(1);

  private final String name;
  private final Supplier<SlotQueue> queues;
  private final RequestWork work;
  private final Thread thread;
  private volatile boolean stopping;
  private volatile boolean connected;
  private volatile @Nullable Attempt current;

  private record Attempt(Thread worker, CompletableFuture<Settlement> settlement) {}

  Slot(String name, Supplier<SlotQueue> queues, RequestWork work) {
    this.name = name;
    this.queues = queues;
    this.work = work;
    this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  void stopTaking() {
    stopping = true;
  }

  boolean connected() {
    return connected;
  }

  /** Waits for the slot to end; returns whether it did. */
  boolean awaitEnd(Duration patience) throws InterruptedException {
    return thread.join(patience);
  }

  /** Interrupts the work in hand and releases its request. */
  void abandon() {
    stopping = true;
    var attempt = current;
    if (attempt != null) {
      attempt.settlement().complete(Settlement.RELEASE);
      attempt.worker().interrupt();
    }
  }

  private void run() {
    while (!stopping) {
      try (var queue = queues.get()) {
        serve(queue);
      } catch (RuntimeException e) {
        connected = false;
        LOG.warnf("%s lost its connection to the queue and opens it again: %s", name, e);
        pause();
      }
    }
  }

  private void serve(SlotQueue queue) {
    while (!stopping) {
      var request = queue.take(POLL);
      connected = queue.connected();
      if (request != null && stopping) {
        queue.settle(request, Settlement.RELEASE);
      } else if (request != null) {
        serve(queue, request);
      }
    }
  }

  private void serve(SlotQueue queue, TakenRequest request) {
    var attempt = begin(request);
    boolean held = true;
    Settlement settlement = null;
    while (settlement == null) {
      settlement = settled(attempt, held ? queue.renewalInterval() : POLL);
      if (settlement == null && held) {
        held = renewed(queue, request, attempt.settlement());
        if (!held) {
          close(queue);
        }
      }
    }
    current = null;
    if (!held) {
      throw new IllegalStateException("request " + request.position() + " was no longer in hand");
    }
    queue.settle(request, settlement);
    if (settlement == Settlement.RELEASE && !stopping) {
      pause();
    }
  }

  private static boolean renewed(
      SlotQueue queue, TakenRequest request, CompletableFuture<Settlement> work) {
    try {
      if (queue.renew(request, work)) {
        return true;
      }
      LOG.warnf("request %s could not be renewed", request.position());
    } catch (RuntimeException e) {
      LOG.warnf("request %s could not be renewed: %s", request.position(), e);
    }
    // The work goes on: if another worker is faster, the orchestrator's fence ignores this one.
    return false;
  }

  // It is of no use any more, and a share consumer that waits for its broker is never at rest.
  private void close(SlotQueue queue) {
    connected = false;
    try {
      queue.close();
    } catch (RuntimeException e) {
      LOG.warnf("%s could not close its connection to the queue in order: %s", name, e);
    }
  }

  private Attempt begin(TakenRequest request) {
    var settlement = new CompletableFuture<Settlement>();
    var worker =
        Thread.ofVirtual()
            .name(name + "-" + request.position())
            .unstarted(() -> settlement.complete(result(request)));
    var attempt = new Attempt(worker, settlement);
    current = attempt;
    worker.start();
    return attempt;
  }

  private Settlement result(TakenRequest request) {
    try {
      return work.work(request);
    } catch (InterruptedException _) {
      return Settlement.RELEASE;
    } catch (RuntimeException | Error e) {
      LOG.errorf(e, "request %s is released: the worker failed on it", request.position());
      return Settlement.RELEASE;
    }
  }

  private static @Nullable Settlement settled(Attempt attempt, Duration patience) {
    try {
      return attempt.settlement().get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      return null;
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException("nobody interrupts a slot's thread", e);
    }
  }

  private void pause() {
    try {
      Thread.sleep(PAUSE_AFTER_FAULT);
    } catch (InterruptedException _) {
      stopping = true;
    }
  }
}
