package io.flexibleupgrades.store.bundles;

import io.flexibleupgrades.store.problems.ProblemException;
import io.flexibleupgrades.store.problems.ProblemKind;
import java.util.Map;

/** An upload has more bytes than a bundle may have. */
public final class BundleTooLargeException extends ProblemException {
  private static final long serialVersionUID = 1L;
  private final long maxBytes;

  public BundleTooLargeException(long maxBytes) {
    super(
        ProblemKind.BUNDLE_TOO_LARGE,
        ("A bundle has at most %,d bytes (flexup.store.bundle.max-bytes). Leave out what is not"
                + " needed to compile, or raise the limit.")
            .formatted(maxBytes));
    this.maxBytes = maxBytes;
  }

  @Override
  public Map<String, Object> extensions() {
    return Map.of("maxBytes", maxBytes);
  }
}
