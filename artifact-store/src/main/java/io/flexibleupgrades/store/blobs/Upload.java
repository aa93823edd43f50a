package io.flexibleupgrades.store.blobs;

import io.flexibleupgrades.events.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bytes that have arrived whole and wait, visible to nobody, to be checked and kept. */
public final class Upload implements AutoCloseable {
  private final Path file;
  private final Digest digest;
  private final long bytes;
  private final StoreCapacity capacity;
  private boolean kept;

  Upload(Path file, Digest digest, long bytes, StoreCapacity capacity) {
    this.file = file;
    this.digest = digest;
    this.bytes = bytes;
    this.capacity = capacity;
  }

  /** Returns the file that holds the bytes until the upload is kept or closed. */
  public Path file() {
    return file;
  }

  public Digest digest() {
    return digest;
  }

  public long bytes() {
    return bytes;
  }

  /**
   * Returns normally if a failure to write beside the file has another reason than want of room.
   *
   * @throws StoreFullException if the file system is full
   */
  public void explain(IOException failure) throws IOException {
    capacity.explain(failure);
  }

  /** Says that the file has become a blob. */
  void kept() {
    kept = true;
  }

  @Override
  public void close() throws IOException {
    if (!kept) {
      kept = true;
      capacity.giveBack(bytes);
      Files.deleteIfExists(file);
    }
  }
}
