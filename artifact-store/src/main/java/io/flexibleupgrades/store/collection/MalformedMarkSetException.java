package io.flexibleupgrades.store.collection;

import io.flexibleupgrades.store.problems.ProblemException;
import io.flexibleupgrades.store.problems.ProblemKind;

/** A mark set is not whole. */
final class MalformedMarkSetException extends ProblemException {
  private static final long serialVersionUID = 1L;

  MalformedMarkSetException(String reason, Throwable cause) {
    super(
        ProblemKind.MALFORMED_MARK_SET,
        "Nothing is collected: the mark set is not whole. %s".formatted(reason),
        cause);
  }
}
