package io.flexibleupgrades.store.bundles;

import io.flexibleupgrades.store.problems.ProblemException;
import io.flexibleupgrades.store.problems.ProblemKind;

/** The bytes are no zip, or a zip that was cut short or damaged. */
public final class MalformedBundleException extends ProblemException {
  private static final long serialVersionUID = 1L;

  MalformedBundleException(String what) {
    super(
        ProblemKind.MALFORMED_BUNDLE,
        "%s. Send the whole zip again, or write it again with an ordinary tool.".formatted(what));
  }
}
