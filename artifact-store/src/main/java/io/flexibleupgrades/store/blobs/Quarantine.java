package io.flexibleupgrades.store.blobs;

import io.flexibleupgrades.events.Digest;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Where blobs go whose bytes have changed on disk: out of everybody's sight, kept for a look. */
final class Quarantine {
  private static final Logger LOG = Logger.getLogger(Quarantine.class);

  private final Path folder;
  private final StoreCapacity capacity;
  private final Counter corrupt;

  Quarantine(Path folder, StoreCapacity capacity, MeterRegistry meters) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.capacity = capacity;
    this.corrupt =
        Counter.builder("flexup.store.corrupt.blobs")
            .description("Blobs whose bytes were no longer those of their digest")
            .register(meters);
  }

  /** Takes a corrupt blob; one that cannot be moved stays, and is reported missing all the same. */
  void take(Digest digest, Path file) {
    corrupt.increment();
    try {
      Files.createDirectories(folder);
      var place = folder.resolve(digest.value() + "-" + UUID.randomUUID());
      Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
      Files.setLastModifiedTime(place, FileTime.from(Instant.now()));
      LOG.warnf("Blob %s is corrupt on disk: moved to %s and reported missing", digest, place);
    } catch (IOException e) {
      LOG.errorf(e, "Blob %s is corrupt on disk, reported missing, and cannot be moved", digest);
    }
  }

  /** Removes what was taken before that time. */
  void removeOlder(Instant time) throws IOException {
    try (var files = Files.newDirectoryStream(folder)) {
      for (var file : files) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(time)) {
          long bytes = Files.size(file);
          Files.delete(file);
          capacity.giveBack(bytes);
        }
      }
    }
  }
}
