package io.flexibleupgrades.worker.queue;

import java.time.Duration;

/**
 * The queue of prepare requests, as a worker with some slots sees it. Each slot has at most one
 * request in hand. A request that is in hand is given to nobody else while the worker lives and the
 * broker is there; it is delivered at least once.
 */
public interface PrepareRequests extends AutoCloseable {

  /** Starts to take requests; waits for the broker as long as that takes, and says so. */
  void start(RequestWork work);

  /**
   * Takes nothing more and waits for the requests in hand. What is not finished in time is
   * interrupted and released, so that another worker gets it.
   *
   * @return whether everything in hand was finished
   */
  boolean drain(Duration patience) throws InterruptedException;

  /** Whether every slot has a connection to the broker. */
  boolean connected();

  /** Releases what is in hand, and ends. */
  @Override
  void close();
}
