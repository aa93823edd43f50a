package io.flexibleupgrades.orchestrator.collection;

import io.flexibleupgrades.orchestrator.journal.Patience;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** Announces the journal and begins collections, as often as the settings say. */
@ApplicationScoped
class CollectionSchedule {
  private static final Logger LOG = Logger.getLogger(CollectionSchedule.class);

  private final StoreCollection collection;
  private final CollectionConfig config;
  private final Patience patience;
  private final CountDownLatch stopped = new CountDownLatch(1);

  CollectionSchedule(StoreCollection collection, CollectionConfig config, Patience patience) {
    this.collection = collection;
    this.config = config;
    this.patience = patience;
  }

  void start(@Observes StartupEvent event) {
    Thread.ofPlatform().name("collection").daemon().start(this::run);
  }

  void stop(@Observes ShutdownEvent event) {
    stopped.countDown();
  }

  private void run() {
    patience.untilStarted();
    long due = System.nanoTime() + config.announceEvery().toNanos();
    try {
      do {
        if (!config.enabled() || System.nanoTime() - due < 0) {
          quietly(() -> collection.announce().isPresent());
        } else if (quietly(collection::collect)) {
          due = System.nanoTime() + config.every().toNanos();
        }
      } while (!stopped.await(config.announceEvery().toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean quietly(BooleanSupplier work) {
    try {
      return work.getAsBoolean();
    } catch (RuntimeException e) {
      LOG.warnf("The artifact store is not told what is referred to: %s", e.getMessage());
      return false;
    }
  }
}
