package io.flexibleupgrades.worker.queue;

import java.time.Duration;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * One slot's own connection to the queue; used by the slot's thread alone. Any exception of its
 * methods means that it is of no use any more and is to be opened again.
 */
interface SlotQueue extends AutoCloseable {

  /** Returns a request, null if there was none for this long. */
  @Nullable TakenRequest take(Duration patience);

  /** Returns how often a request in hand has to be renewed. */
  Duration renewalInterval();

  /**
   * Keeps the request in hand.
   *
   * @param work ends with what is to become of the request
   * @return whether it still is in hand; if not, somebody else may get it
   */
  boolean renew(TakenRequest request, Future<Settlement> work);

  /** Ends the work on a request that is in hand. */
  void settle(TakenRequest request, Settlement settlement);

  boolean connected();

  /** Releases what is in hand. */
  @Override
  void close();
}
