package io.flexibleupgrades.store.blobs;

import io.flexibleupgrades.events.Digest;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Where blobs go whose bytes have changed on disk: out of everybody's sight, kept for a look. */
final class Quarantine {
  private static final Logger LOG = Logger.getLogger(Quarantine.class);

  private final Path folder;
  private final Counter corrupt;

  Quarantine(Path folder, MeterRegistry meters) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.corrupt =
        Counter.builder("flexup.store.corrupt.blobs")
            .description("Blobs whose bytes were no longer those of their digest")
            .register(meters);
  }

  void take(Digest digest, Path file) throws IOException {
    var place = folder.resolve(digest.value() + "-" + UUID.randomUUID());
    Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
    corrupt.increment();
    LOG.warnf("Blob %s is corrupt on disk: moved to %s and reported missing", digest, place);
  }
}
