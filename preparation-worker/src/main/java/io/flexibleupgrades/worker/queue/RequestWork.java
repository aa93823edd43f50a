package io.flexibleupgrades.worker.queue;

/** What a worker does with a request; called on a virtual thread of its own. */
@FunctionalInterface
public interface RequestWork {

  /** Returns what is to become of the request; a throw releases it. */
  Settlement work(TakenRequest request) throws InterruptedException;
}
