package io.flexibleupgrades.store.platforms;

import io.flexibleupgrades.store.problems.ProblemException;
import io.flexibleupgrades.store.problems.ProblemKind;

/** An address names no platform version. */
public final class MalformedVersionException extends ProblemException {
  private static final long serialVersionUID = 1L;

  MalformedVersionException(IllegalArgumentException cause) {
    super(ProblemKind.MALFORMED_VERSION, String.valueOf(cause.getMessage()), cause);
  }
}
