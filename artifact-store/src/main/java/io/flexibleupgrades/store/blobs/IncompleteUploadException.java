package io.flexibleupgrades.store.blobs;

import io.flexibleupgrades.store.problems.ProblemException;
import io.flexibleupgrades.store.problems.ProblemKind;

/** The client stopped sending before the end. */
public final class IncompleteUploadException extends ProblemException {
  private static final long serialVersionUID = 1L;

  IncompleteUploadException(Throwable cause) {
    super(
        ProblemKind.INCOMPLETE_UPLOAD,
        "The upload stopped before its end; nothing of it was kept. Send it again.",
        cause);
  }
}
