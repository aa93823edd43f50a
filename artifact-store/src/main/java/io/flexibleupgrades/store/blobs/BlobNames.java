package io.flexibleupgrades.store.blobs;

import io.flexibleupgrades.events.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.OptionalLong;
import org.jboss.logging.Logger;

/**
 * Gives names to files, renews them and takes them away, one at a time: no intact replacement goes
 * into quarantine, and nobody is told of a file that is being removed.
 */
final class BlobNames {
  private static final Logger LOG = Logger.getLogger(BlobNames.class);

  private final BlobFolder folder;
  private final Quarantine quarantine;
  private final StoreCapacity capacity;
  private boolean agesAreTrue = true;

  BlobNames(BlobFolder folder, Quarantine quarantine, StoreCapacity capacity) {
    this.folder = folder;
    this.quarantine = quarantine;
    this.capacity = capacity;
  }

  /** Gives the upload its name, unless that is taken and is not to be replaced. */
  synchronized boolean place(Upload upload, boolean replacing) throws IOException {
    var file = folder.file(upload.digest());
    folder.make(upload.digest());
    boolean taken = Files.exists(file);
    if (taken && !replacing) {
      return false;
    }
    long replacedBytes = taken ? Files.size(file) : 0;
    Files.setLastModifiedTime(upload.file(), FileTime.from(Instant.now()));
    Files.move(upload.file(), file, StandardCopyOption.ATOMIC_MOVE);
    upload.kept();
    capacity.giveBack(replacedBytes);
    return true;
  }

  /** Starts the blob's age anew; false if its file is no longer the one of its name. */
  synchronized boolean renew(Blob blob) {
    var file = folder.file(blob.digest());
    if (!isStill(blob.key(), file)) {
      return false;
    }
    try {
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
    } catch (IOException e) {
      // It is there all the same; only nothing may be removed by its age from now on.
      if (agesAreTrue) {
        LOG.warnf("The age of %s cannot be renewed, nothing is collected now: %s", file, e);
      }
      agesAreTrue = false;
    }
    return true;
  }

  /** Puts a corrupt file into quarantine, unless another one has its name by now. */
  synchronized void setAside(Digest digest, Object key) {
    var file = folder.file(digest);
    if (isStill(key, file)) {
      quarantine.take(digest, file);
    }
  }

  /**
   * Removes a file that was not put or renewed at that time or later.
   *
   * @throws IOException if an age could not be renewed since the start
   */
  synchronized OptionalLong remove(Digest digest, Instant untouchedSince) throws IOException {
    if (!agesAreTrue) {
      throw new IOException("The age of a blob could not be renewed since the start.");
    }
    var file = folder.file(digest);
    try {
      if (!Files.getLastModifiedTime(file).toInstant().isBefore(untouchedSince)) {
        return OptionalLong.empty();
      }
      long bytes = Files.size(file);
      Files.delete(file);
      capacity.giveBack(bytes);
      return OptionalLong.of(bytes);
    } catch (NoSuchFileException _) {
      return OptionalLong.empty();
    }
  }

  private static boolean isStill(Object key, Path file) {
    try {
      return key.equals(BlobFolder.key(file));
    } catch (IOException _) {
      return false;
    }
  }
}
