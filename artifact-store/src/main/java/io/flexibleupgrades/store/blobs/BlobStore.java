package io.flexibleupgrades.store.blobs;

import io.flexibleupgrades.events.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

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
   * or none that is intact. To be closed.
   */
  Optional<Blob> find(Digest digest) throws IOException;
}
