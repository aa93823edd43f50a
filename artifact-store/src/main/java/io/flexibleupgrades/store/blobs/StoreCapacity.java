package io.flexibleupgrades.store.blobs;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the room that blobs take and says when there is no more. */
final class StoreCapacity {
  private static final long CHECK_EVERY_BYTES = 1 << 20;

  private final FileStore fileSystem;
  private final long quotaBytes;
  private final long reserveBytes;
  private final AtomicLong usedBytes;
  private final AtomicLong uncheckedBytes = new AtomicLong(CHECK_EVERY_BYTES);

  private StoreCapacity(FileStore fileSystem, StorageSettings settings, long usedBytes) {
    this.fileSystem = fileSystem;
    this.quotaBytes = settings.quotaBytes();
    this.reserveBytes = settings.reserveBytes();
    this.usedBytes = new AtomicLong(usedBytes);
  }

  /** Returns the capacity of a folder; its content is measured only when there is a quota. */
  static StoreCapacity of(Path folder, StorageSettings settings) throws IOException {
    return new StoreCapacity(
        Files.getFileStore(folder), settings, settings.quotaBytes() == 0 ? 0 : measured(folder));
  }

  /**
   * Takes room for bytes that are about to be written.
   *
   * @throws StoreFullException if there is none; nothing is taken then
   */
  void take(long bytes) throws IOException {
    if (quotaBytes > 0 && usedBytes.addAndGet(bytes) > quotaBytes) {
      giveBack(bytes);
      throw new StoreFullException(
          "its quota of %,d bytes (flexup.store.quota-bytes) is used up".formatted(quotaBytes));
    }
    if (uncheckedBytes.addAndGet(bytes) >= CHECK_EVERY_BYTES) {
      uncheckedBytes.set(0);
      if (fileSystem.getUsableSpace() < reserveBytes) {
        uncheckedBytes.set(CHECK_EVERY_BYTES);
        giveBack(bytes);
        throw new StoreFullException(
            "its file system has less than the reserve of %,d bytes (flexup.store.reserve-bytes) free"
                .formatted(reserveBytes));
      }
    }
  }

  void giveBack(long bytes) {
    if (quotaBytes > 0) {
      usedBytes.addAndGet(-bytes);
    }
  }

  /**
   * Returns normally if this failure to write has another reason than want of room.
   *
   * @throws StoreFullException if the file system is full
   */
  void explain(IOException failure) throws IOException {
    var message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    if (message.contains("no space left")
        || message.contains("quota exceeded")
        || fileSystem.getUsableSpace() < CHECK_EVERY_BYTES) {
      throw new StoreFullException("its file system has no room left");
    }
  }

  private static long measured(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.map(Path::toFile).filter(file -> file.isFile()).mapToLong(f -> f.length()).sum();
    }
  }
}
