package io.flexibleupgrades.worker.artifacts;

import io.flexibleupgrades.events.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Puts a freshly written artifact into the store, and into the cache for its consuming modules. */
public final class Upload {
  private final StoreClient store;
  private final BlobCache blobs;

  public Upload(StoreClient store, BlobCache blobs) {
    this.store = store;
    this.blobs = blobs;
  }

  /** What is in the store now. */
  public record Stored(Digest digest, long bytes) {}

  /** Returns the artifact's digest once the store has it; the file is gone afterwards. */
  public Stored store(Path jar) throws StoreFaultException, InterruptedException {
    try {
      var digest = StoreClient.digestOf(jar);
      long bytes = Files.size(jar);
      store.store(digest, jar);
      blobs.adopt(digest, jar);
      return new Stored(digest, bytes);
    } catch (IOException e) {
      throw new StoreFaultException(
          "Cannot read or move the artifact %s: %s.".formatted(jar, e.getMessage()));
    }
  }
}
