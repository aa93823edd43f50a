package io.flexibleupgrades.worker.queue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** All slots of a worker. */
final class Slots {
  private static final Duration END = Duration.ofSeconds(15);
  private final List<Slot> slots = new ArrayList<>();

  /** Starts the slots; each opens its own connection to the queue. */
  synchronized void start(int count, Supplier<SlotQueue> queues, RequestWork work) {
    for (int i = 1; i <= count; i++) {
      slots.add(new Slot("slot-" + i, queues, work));
    }
    slots.forEach(Slot::start);
  }

  synchronized boolean connected() {
    return !slots.isEmpty() && slots.stream().allMatch(Slot::connected);
  }

  boolean drain(Duration patience) throws InterruptedException {
    var all = all();
    all.forEach(Slot::stopTaking);
    long deadline = System.nanoTime() + patience.toNanos();
    boolean finished = true;
    for (var slot : all) {
      long left = Math.max(1, deadline - System.nanoTime());
      finished &= slot.awaitEnd(Duration.ofNanos(left));
    }
    if (!finished) {
      all.forEach(Slot::abandon);
      for (var slot : all) {
        slot.awaitEnd(END);
      }
    }
    return finished;
  }

  private synchronized List<Slot> all() {
    return List.copyOf(slots);
  }
}
