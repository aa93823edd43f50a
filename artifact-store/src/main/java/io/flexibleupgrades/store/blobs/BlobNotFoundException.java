package io.flexibleupgrades.store.blobs;

import io.flexibleupgrades.events.Digest;
import io.flexibleupgrades.store.problems.ProblemException;
import io.flexibleupgrades.store.problems.ProblemKind;

/** No intact blob has this digest. */
public final class BlobNotFoundException extends ProblemException {
  private static final long serialVersionUID = 1L;

  BlobNotFoundException(Digest digest) {
    super(
        ProblemKind.BLOB_NOT_FOUND,
        "The store has no intact blob %s; store it again under this digest.".formatted(digest));
  }
}
