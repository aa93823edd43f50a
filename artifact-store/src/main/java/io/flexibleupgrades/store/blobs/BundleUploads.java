package io.flexibleupgrades.store.blobs;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.store.bundles.BundleCheck;
import io.flexibleupgrades.store.bundles.BundleLimits;
import io.flexibleupgrades.store.bundles.BundleTooLargeException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;

/** Takes bundles in: received, compared with their digest, checked, and only then visible. */
@ApplicationScoped
public class BundleUploads {
  private final BlobStore blobs;
  private final BundleCheck check;
  private final BundleLimits limits;

  BundleUploads(BlobStore blobs, BundleCheck check, BundleLimits limits) {
    this.blobs = blobs;
    this.check = check;
    this.limits = limits;
  }

  /**
   * Keeps a bundle under its digest.
   *
   * @param declaredBytes what the client says it will send, negative when it does not
   * @return false if it was there already
   */
  boolean put(Digest digest, InputStream content, long declaredBytes) throws IOException {
    try (var upload = receive(content, declaredBytes)) {
      if (!upload.digest().equals(digest)) {
        throw new DigestMismatchException(digest, upload);
      }
      check.check(upload.file());
      return blobs.keep(upload);
    }
  }

  /** Returns an upload that is no larger than a bundle may be; nothing else is checked yet. */
  public Upload receive(InputStream content, long declaredBytes) throws IOException {
    if (declaredBytes > limits.maxBytes()) {
      throw new BundleTooLargeException(limits.maxBytes());
    }
    return blobs.receive(content, limits.maxBytes());
  }
}
