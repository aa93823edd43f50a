package io.flexibleupgrades.store.collection;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.store.actions.ActionCache;
import io.flexibleupgrades.store.blobs.BlobStore;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Removes dead blobs, one collection at a time. A blob is removed if nothing refers to it, nobody
 * was told of it within the grace period, and an earlier collection found the same.
 */
@ApplicationScoped
class Collector {
  private static final Logger LOG = Logger.getLogger(Collector.class);

  private final Journals journals;
  private final LiveBlobs live;
  private final DeadBlobs dead;
  private final ActionCache actions;
  private final BlobStore blobs;
  private final CollectionSettings settings;
  private final MeterRegistry meters;
  private final Counter collectedBlobs;
  private final Counter collectedBytes;
  private final Clock clock = Clock.systemUTC();
  private final AtomicBoolean running = new AtomicBoolean();

  Collector(
      Journals journals,
      LiveBlobs live,
      DeadBlobs dead,
      ActionCache actions,
      BlobStore blobs,
      CollectionSettings settings,
      MeterRegistry meters) {
    this.journals = journals;
    this.live = live;
    this.dead = dead;
    this.actions = actions;
    this.blobs = blobs;
    this.settings = settings;
    this.meters = meters;
    this.collectedBlobs =
        Counter.builder("flexup.store.collected.blobs")
            .description("Blobs that were removed because nothing referred to them")
            .register(meters);
    this.collectedBytes =
        Counter.builder("flexup.store.collected.bytes")
            .description("Bytes of the blobs that were removed because nothing referred to them")
            .register(meters);
  }

  /**
   * Begins a collection.
   *
   * @throws CollectionRefusedException if it is not certain that the set names all that is live
   */
  void start(MarkSet marks) throws SQLException {
    try {
      journals.requireSole(marks, settings.oldestMarkSet());
      if (!running.compareAndSet(false, true)) {
        throw new CollectionRefusedException("another collection is running");
      }
    } catch (CollectionRefusedException e) {
      count("refused");
      LOG.warn(e.getMessage());
      throw e;
    }
    Thread.ofVirtual().name("collection").start(() -> run(marks));
  }

  private void run(MarkSet marks) {
    try {
      collect(marks);
      count("done");
    } catch (IOException | SQLException | RuntimeException e) {
      // Whatever was removed was dead; the next collection goes on.
      count("failed");
      LOG.warnf("The collection ended early: %s", e.getMessage());
    } finally {
      running.set(false);
    }
  }

  private void collect(MarkSet marks) throws IOException, SQLException {
    var before = clock.instant().minus(settings.grace());
    int forgotten = actions.forgetUnused(settings.actionRetention());
    var found = dead(live.of(marks), before);
    var due = dead.note(found, settings.secondLook());
    int removed = 0;
    for (var digest : due) {
      var bytes = blobs.remove(digest, before);
      if (bytes.isPresent()) {
        removed++;
        collectedBlobs.increment();
        collectedBytes.increment((double) bytes.getAsLong());
      }
    }
    blobs.removeQuarantined(before);
    LOG.infof(
        "collection done marked=%d dead=%d removed=%d actionsForgotten=%d",
        marks.count(), found.size(), removed, forgotten);
  }

  private List<Digest> dead(Set<Digest> kept, Instant before) throws IOException {
    var found = new ArrayList<Digest>();
    blobs.forEach(blob -> {
      if (blob.touched().isBefore(before) && !kept.contains(blob.digest())) {
        found.add(blob.digest());
      }
    });
    return found;
  }

  private void count(String result) {
    meters.counter("flexup.store.collections", "result", result).increment();
  }
}
