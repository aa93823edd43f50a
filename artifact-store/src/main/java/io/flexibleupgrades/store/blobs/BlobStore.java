package io.flexibleupgrades.store.blobs;

import io.flexibleupgrades.events.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Keeps bytes under the digest of their content. Safe for concurrent use. */
public interface BlobStore {
  /**
   * Returns the stream's bytes, on disk and counted, but visible to nobody yet. Closing the upload
   * removes them unless they were kept.
   *
   * @throws io.flexibleupgrades.store.bundles.BundleTooLargeException as soon as there are more
   *     than {@code maxBytes}
   * @throws StoreFullException if there is no room
   * @throws IncompleteUploadException if the stream fails
   */
  Upload receive(InputStream content, long maxBytes) throws IOException;

  /**
   * Makes an upload visible under its digest, for good: when this returns, it survives a power cut.
   *
   * @return false if the same bytes were there already
   */
  boolean keep(Upload upload) throws IOException;

  /**
   * Returns the blob, its bytes read and found to be those of the digest; empty if there is none,
   * or none that is intact. Whoever is told that it is there may rely on it: its age starts anew.
   * To be closed.
   *
   * @throws IOException if it cannot be told, for example because the folder is gone
   */
  Optional<Blob> find(Digest digest) throws IOException;

  /** Whether something is kept under this digest; it is neither read nor renewed. */
  boolean lists(Digest digest) throws IOException;

  /** Shows all blobs, unread, in no order; those that come or go meanwhile may be among them. */
  void forEach(Consumer<StoredBlob> reader) throws IOException;

  /**
   * Reads the entry of this name in a blob that is a zip, its bytes not verified; does nothing if
   * there is no such blob, zip or entry, and ends early where the zip is damaged.
   */
  void readEntry(Digest digest, String name, EntryReader reader) throws IOException;

  /**
   * Removes a blob unless it was touched at that time or later.
   *
   * @return how many bytes it had, empty if it stays or was gone already
   * @throws IOException if it is not certain that nobody relies on it
   */
  OptionalLong remove(Digest digest, Instant untouchedSince) throws IOException;

  /** Removes what was put into quarantine before that time. */
  void removeQuarantined(Instant before) throws IOException;

  /** Reads the content of an entry. */
  @FunctionalInterface
  interface EntryReader {
    void read(InputStream content) throws IOException;
  }
}
