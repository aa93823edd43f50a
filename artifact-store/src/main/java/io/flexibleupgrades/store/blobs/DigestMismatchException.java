package io.flexibleupgrades.store.blobs;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.store.problems.ProblemException;
import io.flexibleupgrades.store.problems.ProblemKind;

/** The bytes sent have another digest than the address names. */
public final class DigestMismatchException extends ProblemException {
  private static final long serialVersionUID = 1L;

  DigestMismatchException(Digest expected, Upload upload) {
    super(
        ProblemKind.DIGEST_MISMATCH,
        "The %,d bytes sent have the digest %s, not %s as the address says; send them again."
            .formatted(upload.bytes(), upload.digest(), expected));
  }
}
