package io.flexibleupgrades.store.platforms;

import io.flexibleupgrades.events.PlatformVersion;
import io.flexibleupgrades.store.problems.ProblemException;
import io.flexibleupgrades.store.problems.ProblemKind;

/** No distribution of this version was pushed. */
public final class PlatformNotFoundException extends ProblemException {
  private static final long serialVersionUID = 1L;

  PlatformNotFoundException(PlatformVersion version) {
    super(
        ProblemKind.PLATFORM_NOT_FOUND,
        "No distribution of platform %s was pushed; push it with `flexup platform push DIR`."
            .formatted(version));
  }
}
