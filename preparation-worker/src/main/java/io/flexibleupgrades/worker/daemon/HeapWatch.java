package io.flexibleupgrades.worker.daemon;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * Ends a daemon whose heap is as good as full. The collector would go on for minutes before it
 * gives up, and hold up whoever shares the daemon until one of them is past its time limit.
 */
final class HeapWatch {
  private static final Duration INTERVAL = Duration.ofMillis(500);
  private static final Duration LONGEST_STRUGGLE = Duration.ofSeconds(3);
  private static final double MOST_TIME = 0.8;
  private static final double MOST_HEAP = 0.85;

  private final Runnable outOfMemory;

  /**
   * Makes a watch.
   *
   * @param outOfMemory run when the heap is as good as full; ends the daemon
   */
  HeapWatch(Runnable outOfMemory) {
    this.outOfMemory = outOfMemory;
  }

  void start() {
    var thread = new Thread(this::watch, "heap-watch");
    thread.setDaemon(true);
    thread.start();
  }

  private void watch() {
    long struggled = 0;
    long time = System.nanoTime();
    long collecting = collectingMillis();
    while (struggled < LONGEST_STRUGGLE.toMillis()) {
      try {
        Thread.sleep(INTERVAL);
      } catch (InterruptedException _) {
        return;
      }
      long passed = (System.nanoTime() - time) / 1_000_000;
      long collected = collectingMillis() - collecting;
      time += passed * 1_000_000;
      collecting += collected;
      struggled = collected > MOST_TIME * passed && heapIsFull() ? struggled + passed : 0;
    }
    outOfMemory.run();
  }

  private static boolean heapIsFull() {
    var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    return heap.getUsed() > MOST_HEAP * heap.getMax();
  }

  private static long collectingMillis() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
        .sum();
  }
}
