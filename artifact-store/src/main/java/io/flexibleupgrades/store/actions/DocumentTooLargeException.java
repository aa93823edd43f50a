package io.flexibleupgrades.store.actions;

import io.flexibleupgrades.store.problems.ProblemException;
import io.flexibleupgrades.store.problems.ProblemKind;

/** A document has more bytes than an action may have. */
public final class DocumentTooLargeException extends ProblemException {
  private static final long serialVersionUID = 1L;

  DocumentTooLargeException(int maxBytes) {
    super(
        ProblemKind.DOCUMENT_TOO_LARGE,
        "An action has at most %,d bytes (flexup.store.action.max-bytes); cut its diagnostics."
            .formatted(maxBytes));
  }
}
