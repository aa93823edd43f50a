package io.flexibleupgrades.store.actions;

import io.flexibleupgrades.store.problems.ProblemException;
import io.flexibleupgrades.store.problems.ProblemKind;

/** What was sent is no JSON object. */
public final class MalformedActionException extends ProblemException {
  private static final long serialVersionUID = 1L;

  MalformedActionException(String reason, Throwable cause) {
    super(
        ProblemKind.MALFORMED_ACTION,
        "An action is one JSON object in UTF-8: %s.".formatted(reason),
        cause);
  }
}
