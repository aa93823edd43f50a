package io.flexibleupgrades.benchmarks.engine;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** One walk over a graph: a module is compiled when all its producers are, on a few threads. */
final class GraphRun {
  private static final int NEVER = Integer.MIN_VALUE / 2;

  private final Map<String, List<String>> consumers;
  private final Map<String, AtomicInteger> missing = new ConcurrentHashMap<>();
  private final Predicate<String> compiler;
  private final ExecutorService threads;
  private final CountDownLatch open;
  private final AtomicInteger compiled = new AtomicInteger();

  private GraphRun(Graph graph, Predicate<String> compiler, ExecutorService threads) {
    this.consumers = graph.consumers();
    this.compiler = compiler;
    this.threads = threads;
    this.open = new CountDownLatch(graph.producers().size());
    graph
        .producers()
        .forEach((module, names) -> missing.put(module, new AtomicInteger(names.size())));
  }

  /**
   * Returns how many modules were compiled.
   *
   * @param compiler says whether a module compiled; its consumers are left out if not
   */
  static int of(Graph graph, Predicate<String> compiler, ExecutorService threads)
      throws InterruptedException {
    var run = new GraphRun(graph, compiler, threads);
    for (var module : graph.producers().entrySet()) {
      if (module.getValue().isEmpty()) {
        threads.execute(() -> run.compile(module.getKey()));
      }
    }
    run.open.await();
    return run.compiled.get();
  }

  private void compile(String module) {
    if (compiler.test(module)) {
      compiled.incrementAndGet();
      for (var consumer : consumersOf(module)) {
        if (missingOf(consumer).decrementAndGet() == 0) {
          threads.execute(() -> compile(consumer));
        }
      }
    } else {
      leaveOut(module);
    }
    open.countDown();
  }

  /** Takes those out of the count that wait for a module in vain, each once. */
  private void leaveOut(String module) {
    for (var consumer : consumersOf(module)) {
      if (missingOf(consumer).getAndSet(NEVER) >= 0) {
        open.countDown();
        leaveOut(consumer);
      }
    }
  }

  private List<String> consumersOf(String module) {
    return consumers.getOrDefault(module, List.of());
  }

  private AtomicInteger missingOf(String module) {
    return missing.computeIfAbsent(module, _ -> new AtomicInteger());
  }
}
