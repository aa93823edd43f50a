package io.flexibleupgrades.store.blobs;

import io.flexibleupgrades.store.problems.ProblemException;
import io.flexibleupgrades.store.problems.ProblemKind;

/** An address names something else than a digest. */
public final class MalformedDigestException extends ProblemException {
  private static final long serialVersionUID = 1L;

  public MalformedDigestException(IllegalArgumentException cause) {
    super(ProblemKind.MALFORMED_DIGEST, String.valueOf(cause.getMessage()), cause);
  }
}
