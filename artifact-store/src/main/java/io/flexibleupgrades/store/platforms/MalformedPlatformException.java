package io.flexibleupgrades.store.platforms;

import io.flexibleupgrades.store.problems.ProblemException;
import io.flexibleupgrades.store.problems.ProblemKind;

/** A bundle is no platform distribution. */
public final class MalformedPlatformException extends ProblemException {
  private static final long serialVersionUID = 1L;

  MalformedPlatformException(String reason) {
    super(
        ProblemKind.MALFORMED_PLATFORM,
        "%s. A distribution is a zip with platform.yaml and lib/*.jar, as `flexup platform push DIR` makes it."
            .formatted(reason));
  }
}
