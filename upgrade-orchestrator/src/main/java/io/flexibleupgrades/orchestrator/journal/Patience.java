package io.flexibleupgrades.orchestrator.journal;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Waits for the database, however long it is away: nothing that was received is dropped. */
@ApplicationScoped
public class Patience {
  private static final Logger LOG = Logger.getLogger(Patience.class);
  private static final Duration SHORTEST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private final CountDownLatch started = new CountDownLatch(1);

  /** Blocks until the orchestrator has everything it needs. */
  public void untilStarted() {
    try {
      started.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The orchestrator is stopping.", e);
    }
  }

  /**
   * Runs the work, again and again as long as the database is away.
   *
   * @throws DatabaseException if the database would refuse it for ever
   */
  public <R> R untilDone(String what, Supplier<R> work) {
    var pause = SHORTEST;
    while (true) {
      try {
        return work.get();
      } catch (DatabaseException e) {
        if (e.isForEver()) {
          throw e;
        }
        LOG.warnf("%s waits: %s", what, e.getMessage());
        sleep(pause);
        pause = pause.multipliedBy(2).compareTo(LONGEST) < 0 ? pause.multipliedBy(2) : LONGEST;
      }
    }
  }

  /** Runs work without a result, as {@link #untilDone(String, Supplier)} does. */
  public void untilDone(String what, Runnable work) {
    untilDone(
        what,
        () -> {
          work.run();
          return what;
        });
  }

  /** Lets everybody go on who waits for the start. */
  public void open() {
    started.countDown();
  }

  /** Whether the orchestrator has everything it needs. */
  public boolean isOpen() {
    return started.getCount() == 0;
  }

  private static void sleep(Duration pause) {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The orchestrator is stopping.", e);
    }
  }
}
